"use strict";
function tag(strings, a, b) { return strings.length + strings.raw.length + a + b; }
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += tag`a ${i} b ${1} c`;
  return sum;
}
