"use strict";
function run(n) {
  var sum = 0;
  for (var k = 0; k < n; k++) {
    var readers = [];
    for (var i = 0; i < 4; i++) readers.push(reader(i));
    for (i = 0; i < 4; i++) sum += readers[i]();
  }
  return sum;
}
function reader(i) { return function () { return i; }; }
