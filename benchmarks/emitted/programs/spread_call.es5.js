"use strict";
var list = [1, 2, 3];
function add(a, b, c) { return a + b + c; }
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += add.apply(undefined, list);
  return sum;
}
