"use strict";
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += apply(function (x) { return x * 2; }, i);
  return sum;
}
function apply(f, x) { return f(x); }
