"use strict";
var results = [];
function run(n) {
  for (var i = 0; i < n; i++) results[i & 7] = [1].concat([1, 2, i]);
  return results[0].length;
}
