// Object.setPrototypeOf. Where the engine can't change a prototype, nothing happens. (Rhino has `__proto__`, and denies it.)
function _setPrototypeOf(object, prototype) {
  if (Object.setPrototypeOf) Object.setPrototypeOf(object, prototype);
  else if ([].__proto__) object.__proto__ = prototype;
  return object;
}
