"use strict";
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += apply((x) => x * 2, i);
  return sum;
}
function apply(f, x) { return f(x); }
