"use strict";
const list = [1, 2, 3];
const results = [];
function run(n) {
  for (let i = 0; i < n; i++) results[i & 7] = [i, ...list, ...list];
  return results[0].length;
}
