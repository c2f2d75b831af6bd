// What objects have under one private name. Without WeakMap, it is a hidden property of each, in an array, so that it can
// be written even if the object is frozen.
function _privateStore() {
  if (typeof WeakMap === "function") return new WeakMap();
  var key = "_private" + Math.random();
  function has(object) {
    return object !== void 0 && object !== null && Object.prototype.hasOwnProperty.call(object, key);
  }
  function get(object) {
    if (has(object)) return object[key][0];
  }
  function set(object, value) {
    if (has(object)) object[key][0] = value;
    else Object.defineProperty(object, key, { value: [value] });
  }
  return { has: has, get: get, set: set };
}
