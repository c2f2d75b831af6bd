// Object.setPrototypeOf. Where the engine can't change a prototype, nothing happens.
function _setPrototypeOf(object, prototype) {
  if (Object.setPrototypeOf) Object.setPrototypeOf(object, prototype);
  else if ("__proto__" in {}) object.__proto__ = prototype;
  return object;
}
