// CreateDataProperty (ES2018 7.3.4) for a computed key, on an object that has data properties only and inherits from
// Object.prototype. There, to set a property is to define it, but for __proto__.
function _setComputed(object, key, value) {
  if (typeof key === "object" || key === "__proto__") {
    Object.defineProperty(object, key, { value: value, writable: true, enumerable: true, configurable: true });
  } else object[key] = value;
  return object;
}
