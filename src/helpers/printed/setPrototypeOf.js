function _setPrototypeOf(object, prototype) {
  if (prototype === null || typeof prototype === "object" || typeof prototype === "function") {
    if (_Object.setPrototypeOf) _Object.setPrototypeOf(object, prototype);
    else if ("__proto__" in {}) object.__proto__ = prototype;
  }
  return object;
}
