"use strict";
function run(n) {
  const data = { a: 1, b: { c: 2, d: 3 } };
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const { a, b: { c, d }, e = 4 } = data;
    sum += a + c + d + e;
  }
  return sum;
}
