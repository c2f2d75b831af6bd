"use strict";
class Box {
  constructor(value) { this._value = value; }
  get value() { return this._value; }
  set value(value) { this._value = value % 1000; }
}
function run(n) {
  const box = new Box(1);
  for (let i = 0; i < n; i++) box.value = box.value + i;
  return box.value;
}
