"use strict";
function Shape(name) { this.name = name; }
Shape.prototype.area = function () { return 0; };
function Square(side) { Shape.call(this, "square"); this.side = side; }
Square.prototype = Object.create(Shape.prototype);
Square.prototype.constructor = Square;
Square.prototype.area = function () { return this.side * this.side; };
function run(n) {
  var sum = 0;
  for (var i = 0; i < n; i++) sum += new Square(i & 7).area();
  return sum;
}
