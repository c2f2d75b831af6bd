"use strict";
var sources = [{ a: 1, b: 2, c: 3 }, { a: 4, d: 5 }];
var results = [];
function assign(target, source) {
  for (var key in source) {
    if (Object.prototype.hasOwnProperty.call(source, key)) target[key] = source[key];
  }
  return target;
}
function run(n) {
  for (var i = 0; i < n; i++) {
    var object = assign({}, sources[i & 1]);
    object.b = i;
    results[i & 7] = object;
  }
  return results[0].b;
}
