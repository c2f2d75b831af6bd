"use strict";
function run(n) {
  var data = [1, 2, 3];
  var sum = 0;
  for (var i = 0; i < n; i++) {
    var a = data[0], b = data[1], c = data[2];
    sum += a + b + c;
  }
  return sum;
}
