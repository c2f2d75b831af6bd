"use strict";
const list = [1, 2, 3, 4, 5, 6, 7, 8];
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) for (const x of list) sum += x;
  return sum;
}
