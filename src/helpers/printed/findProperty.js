function _findProperty(object, key) {
  var property;
  do {
    property = _Object.getOwnPropertyDescriptor(object, key);
  }while (!property && (object = _Object.getPrototypeOf(object)));
  return property;
}
