"use strict";
class A {
  constructor() { this.n = 1; }
  add(x) { return this.n + x; }
}
class B extends A {
  add(x) { return super.add(x) * 2; }
}
function run(n) {
  const b = new B();
  let sum = 0;
  for (let i = 0; i < n; i++) sum += b.add(i & 3);
  return sum;
}
