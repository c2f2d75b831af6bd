"use strict";
function add(a, b = 2, c = a + b) { return a + b + c; }
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += add(i) + add(i, 1) + add(i, 1, 1);
  return sum;
}
