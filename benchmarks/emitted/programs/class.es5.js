"use strict";
function Point(x, y) { this.x = x; this.y = y; }
Point.prototype.plus = function (other) { return new Point(this.x + other.x, this.y + other.y); };
Object.defineProperty(Point.prototype, "length", { get: function () { return this.x + this.y; }, configurable: true });
Point.origin = function () { return new Point(0, 0); };
function run(n) {
  var point = Point.origin();
  var step = new Point(1, 2);
  for (var i = 0; i < n; i++) point = point.plus(step);
  return point.length;
}
