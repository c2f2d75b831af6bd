"use strict";
var base = 3;
var total = 0;
function run(n) {
  for (var i = 0; i < n; i++) {
    var a = i + base;
    var b = a * 2;
    var c = b - i;
    b += c;
    total = (total + b) % 1000003;
  }
  return total;
}
