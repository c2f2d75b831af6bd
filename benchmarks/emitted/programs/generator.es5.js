"use strict";
function Count(end) { this.end = end; this.i = 0; }
Count.prototype.next = function () {
  return this.i < this.end ? { value: this.i++, done: false } : { value: undefined, done: true };
};
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) {
    for (var iterator = new Count(8), step = iterator.next(); !step.done; step = iterator.next()) sum += step.value;
  }
  return sum;
}
