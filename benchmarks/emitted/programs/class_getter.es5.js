"use strict";
function Box(value) { this._value = value; }
Object.defineProperty(Box.prototype, "value", {
  get: function () { return this._value; },
  set: function (value) { this._value = value % 1000; },
  configurable: true
});
function run(n) {
  var box = new Box(1);
  for (var i = 0; i < n; i++) box.value = box.value + i;
  return box.value;
}
