"use strict";
const name = "value";
function make(x, y) {
  return { x, y, "the sum"() { return this.x + this.y; }, [name]: x, ["the " + name]: y };
}
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const object = make(i, 1);
    sum += object["the sum"]() + object.value;
  }
  return sum;
}
