"use strict";
const results = [];
function run(n) {
  for (let i = 0; i < n; i++) results[i & 7] = [1, ...[1, 2, i]];
  return results[0].length;
}
