"use strict";
function Thing(x) {
  if (!new.target) return new Thing(x);
  this.x = x;
  this.own = new.target === Thing;
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const thing = new Thing(i & 7);
    if (thing.own) sum += thing.x;
  }
  return sum;
}
