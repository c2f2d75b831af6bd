"use strict";
var list = [1, 2, 3];
var results = [];
function run(n) {
  for (var i = 0; i < n; i++) results[i & 7] = [i].concat(list, list);
  return results[0].length;
}
