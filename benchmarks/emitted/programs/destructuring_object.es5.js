"use strict";
function run(n) {
  var data = { a: 1, b: { c: 2, d: 3 } };
  var sum = 0;
  for (var i = 0; i < n; i++) {
    var a = data.a, b = data.b, c = b.c, d = b.d, e = data.e === undefined ? 4 : data.e;
    sum += a + c + d + e;
  }
  return sum;
}
