"use strict";
function Thing(x) {
  var target = this instanceof Thing ? this.constructor : void 0;
  if (!target) return new Thing(x);
  this.x = x;
  this.own = target === Thing;
}
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) {
    var thing = new Thing(i & 7);
    if (thing.own) sum += thing.x;
  }
  return sum;
}
