"use strict";
function Range(end) { this.end = end; }
Range.prototype.iterator = function () {
  var end = this.end;
  var i = 0;
  return { next: function () { return i < end ? { value: i++, done: false } : { value: undefined, done: true }; } };
};
var range = new Range(8);
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) {
    for (var iterator = range.iterator(), step = iterator.next(); !step.done; step = iterator.next()) sum += step.value;
  }
  return sum;
}
