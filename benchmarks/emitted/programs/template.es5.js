"use strict";
function run(n) {
  var length = 0;
  for (var i = 0; i < n; i++) {
    var name = "item";
    length += (name + " number " + i + ": " + (i + 1)).length;
  }
  return length;
}
