"use strict";
function run(n) {
  let a = 1, b = 2;
  for (let i = 0; i < n; i++) [a, b] = [b, a];
  return a * 10 + b;
}
