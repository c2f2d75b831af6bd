"use strict";
class Shape {
  constructor(name) { this.name = name; }
  area() { return 0; }
}
class Square extends Shape {
  constructor(side) { super("square"); this.side = side; }
  area() { return this.side * this.side; }
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += new Square(i & 7).area();
  return sum;
}
