"use strict";
var results = [];
function Items() { this.i = 0; }
Items.prototype.next = function () {
  return this.i < 3 ? { value: ++this.i, done: false } : { value: undefined, done: true };
};
function run(n) {
  for (var i = 0; i < n; i++) {
    var list = [i];
    for (var iterator = new Items(), step = iterator.next(); !step.done; step = iterator.next()) list.push(step.value);
    results[i & 7] = list;
  }
  return results[0].length;
}
