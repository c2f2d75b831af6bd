"use strict";
const sources = [{ a: 1, b: 2, c: 3 }, { a: 4, d: 5 }];
const results = [];
function run(n) {
  for (let i = 0; i < n; i++) results[i & 7] = { ...sources[i & 1], b: i };
  return results[0].b;
}
