"use strict";
var name = "value";
function make(x, y) {
  var object = { x: x, y: y, "the sum": function () { return this.x + this.y; } };
  object[name] = x;
  object["the " + name] = y;
  return object;
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) {
    var object = make(i, 1);
    sum += object["the sum"]() + object.value;
  }
  return sum;
}
