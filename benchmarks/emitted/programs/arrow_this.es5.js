"use strict";
function Counter() { this.count = 0; }
Counter.prototype.add = function (times) {
  var self = this;
  function step(by) { self.count += by; }
  for (var i = 0; i < times; i++) step(i);
};
function run(n) {
  var counter = new Counter();
  for (var i = 0; i < n; i++) counter.add(4);
  return counter.count;
}
