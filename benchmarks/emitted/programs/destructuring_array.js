"use strict";
function run(n) {
  const data = [1, 2, 3];
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const [a, b, c] = data;
    sum += a + b + c;
  }
  return sum;
}
