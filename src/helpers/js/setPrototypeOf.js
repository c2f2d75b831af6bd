// OrdinarySetPrototypeOf, as `__proto__: value` in an object literal does it: what is no object and not null is ignored.
// Where the engine can't change a prototype, nothing happens.
function _setPrototypeOf(object, prototype) {
  if (prototype === null || typeof prototype === "object" || typeof prototype === "function") {
    if (_Object.setPrototypeOf) _Object.setPrototypeOf(object, prototype);
    else if ("__proto__" in {}) object.__proto__ = prototype;
  }
  return object;
}
