"use strict";
const list = [1, 2, 3];
function add(a, b, c) { return a + b + c; }
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += add(...list);
  return sum;
}
