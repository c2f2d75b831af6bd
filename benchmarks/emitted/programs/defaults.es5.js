"use strict";
function add(a, b, c) {
  if (b === undefined) b = 2;
  if (c === undefined) c = a + b;
  return a + b + c;
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += add(i) + add(i, 1) + add(i, 1, 1);
  return sum;
}
