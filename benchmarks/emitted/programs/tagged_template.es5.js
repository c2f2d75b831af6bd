"use strict";
function tag(strings, a, b) { return strings.length + strings.raw.length + a + b; }
var strings = ["a ", " b ", " c"];
strings.raw = ["a ", " b ", " c"];
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += tag(strings, i, 1);
  return sum;
}
