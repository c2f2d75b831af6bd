"use strict";
const results = [];
function* items() { yield 1; yield 2; yield 3; }
function run(n) {
  for (let i = 0; i < n; i++) results[i & 7] = [i, ...items()];
  return results[0].length;
}
