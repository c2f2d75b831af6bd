"use strict";
const base = 3;
let total = 0;
function run(n) {
  for (let i = 0; i < n; i++) {
    const a = i + base;
    let b = a * 2;
    { const a = b - i; b += a; }
    total = (total + b) % 1000003;
  }
  return total;
}
