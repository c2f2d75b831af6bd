"use strict";
var keys = ["a", "b"];
var results = [];
function run(n) {
  for (var i = 0; i < n; i++) {
    var object = {};
    object[keys[i & 1]] = i;
    object.c = 1;
    results[i & 7] = object;
  }
  return results[0].c;
}
