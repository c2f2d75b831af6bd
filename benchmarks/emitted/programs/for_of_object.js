"use strict";
function Range(end) { this.end = end; }
Range.prototype[Symbol.iterator] = function () {
  const end = this.end;
  let i = 0;
  return { next() { return i < end ? { value: i++, done: false } : { value: undefined, done: true }; } };
};
const range = new Range(8);
function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) for (const x of range) sum += x;
  return sum;
}
