function _defineAccessor(object, key, getter, setter) {
  var descriptor = {
    enumerable: true,
    configurable: true
  };
  if (getter) descriptor.get = getter;
  if (setter) descriptor.set = setter;
  return _Object.defineProperty(object, key, descriptor);
}
