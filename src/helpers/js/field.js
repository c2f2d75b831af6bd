// DefineField (ES2022 7.3.33). An assignment does the same if it meets no property, own or inherited.
function _field(object, key, value) {
  "use strict";
  if (key in object) {
    Object.defineProperty(object, key, { value: value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}
