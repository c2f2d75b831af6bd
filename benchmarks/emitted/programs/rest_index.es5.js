"use strict";
function first(x) { return arguments[1]; }
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += first(i, i & 7, 2, 3);
  return sum;
}
