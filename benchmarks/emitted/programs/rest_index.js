"use strict";
function first(x, ...args) { return args[0]; }
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += first(i, i & 7, 2, 3);
  return sum;
}
