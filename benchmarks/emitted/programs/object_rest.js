"use strict";
const sources = [{ a: 1, b: 2, c: 3, d: 4 }, { a: 4, d: 5 }];
const results = [];
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const { a, ...others } = sources[i & 1];
    results[i & 7] = others;
    sum += a;
  }
  return sum;
}
