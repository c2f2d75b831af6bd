"use strict";
const results = [];
function count(first, ...others) {
  results[first & 7] = others;
  return others.length + others[0];
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += count(i, 1, 2, 3);
  return sum;
}
