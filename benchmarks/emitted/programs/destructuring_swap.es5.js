"use strict";
function run(n) {
  var a = 1, b = 2;
  for (var i = 0; i < n; i++) { var t = a; a = b; b = t; }
  return a * 10 + b;
}
