"use strict";
function A() { this.n = 1; }
A.prototype.add = function (x) { return this.n + x; };
function B() { A.call(this); }
B.prototype = Object.create(A.prototype);
B.prototype.constructor = B;
B.prototype.add = function (x) { return A.prototype.add.call(this, x) * 2; };
function run(n) {
  var b = new B();
  var sum = 0;
  for (var i = 0; i < n; i++) sum += b.add(i & 3);
  return sum;
}
