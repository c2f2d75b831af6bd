"use strict";
class Point {
  constructor(x, y) { this.x = x; this.y = y; }
  plus(other) { return new Point(this.x + other.x, this.y + other.y); }
  get length() { return this.x + this.y; }
  static origin() { return new Point(0, 0); }
}
function run(n) {
  let point = Point.origin();
  const step = new Point(1, 2);
  for (let i = 0; i < n; i++) point = point.plus(step);
  return point.length;
}
