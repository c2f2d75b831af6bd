"use strict";
function* count(end) { for (let i = 0; i < end; i++) yield i; }
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) for (const x of count(8)) sum += x;
  return sum;
}
