"use strict";
var list = [1, 2, 3, 4, 5, 6, 7, 8];
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) for (var k = 0; k < list.length; k++) sum += list[k];
  return sum;
}
