function _defineProperty(object, key, value) {
  if (typeof key !== "string") key = _toPropertyKey(key);
  if (key in object) {
    _Object.defineProperty(object, key, {
      value: value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  } else {
    object[key] = value;
  }
  return object;
}
