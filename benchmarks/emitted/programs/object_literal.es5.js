"use strict";
function make(x, y) {
  return { x: x, y: y, sum: function () { return this.x + this.y; } };
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += make(i, 1).sum();
  return sum;
}
