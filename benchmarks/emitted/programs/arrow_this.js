"use strict";
function Counter() { this.count = 0; }
Counter.prototype.add = function (times) {
  const step = (by) => { this.count += by; };
  for (let i = 0; i < times; i++) step(i);
};
function run(n) {
  const counter = new Counter();
  for (let i = 0; i < n; i++) counter.add(4);
  return counter.count;
}
