"use strict";
var results = [];
function count(first) {
  var others = [];
  for (var i = 1; i < arguments.length; i++) others.push(arguments[i]);
  results[first & 7] = others;
  return others.length + others[0];
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += count(i, 1, 2, 3);
  return sum;
}
