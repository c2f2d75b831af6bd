var _superSet = (function() {
  function set(object, key, value, receiver) {
    key = _toPropertyKey(key);
    var property = _findProperty(object, key);
    if (property && !property.writable) {
      if (property.set) property.set.call(receiver, value);
      return !!property.set;
    }
    if (_Object(receiver) !== receiver) return false;
    var own = _Object.getOwnPropertyDescriptor(receiver, key);
    if (own ? !own.writable : !_Object.isExtensible(receiver)) return false;
    if (own) _Object.defineProperty(receiver, key, {
      value: value
    });
    else _defineProperty(receiver, key, value);
    return true;
  }
  try {
    Reflect.set({}, "", 0, {});
    set = Reflect.set;
  } catch (unsupported) {}
  return function(home, key, value, receiver, strict) {
    if (!set(_Object.getPrototypeOf(home), key, value, receiver) && strict) {
      throw new _TypeError("Cannot assign to property " + String(key) + " of super");
    }
    return value;
  };
})();
