"use strict";
const keys = ["a", "b"];
const results = [];
function run(n) {
  for (let i = 0; i < n; i++) results[i & 7] = { [keys[i & 1]]: i, c: 1 };
  return results[0].c;
}
