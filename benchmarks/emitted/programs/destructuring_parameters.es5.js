"use strict";
function area(options) {
  var width = options.width, height = options.height === undefined ? 2 : options.height;
  return width * height;
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += area({ width: i & 7, height: 3 }) + area({ width: 1 });
  return sum;
}
