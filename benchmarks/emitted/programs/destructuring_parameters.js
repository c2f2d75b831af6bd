"use strict";
function area({ width, height = 2 }) { return width * height; }
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += area({ width: i & 7, height: 3 }) + area({ width: 1 });
  return sum;
}
