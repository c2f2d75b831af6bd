"use strict";
function make(x, y, key) {
  return { x, y, sum() { return this.x + this.y; } };
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += make(i, 1).sum();
  return sum;
}
