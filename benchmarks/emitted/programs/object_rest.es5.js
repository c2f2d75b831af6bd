"use strict";
var sources = [{ a: 1, b: 2, c: 3, d: 4 }, { a: 4, d: 5 }];
var results = [];
function omit(source, names) {
  var target = {};
  for (var key in source) {
    if (Object.prototype.hasOwnProperty.call(source, key) && names.indexOf(key) < 0) target[key] = source[key];
  }
  return target;
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) {
    var a = sources[i & 1].a, others = omit(sources[i & 1], ["a"]);
    results[i & 7] = others;
    sum += a;
  }
  return sum;
}
