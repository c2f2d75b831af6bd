// PrivateSet (ES2022 7.3.29) of an accessor.
function _privateSetter(store, object, setter, value) {
  _privateMethod(store, object, setter).call(object, value);
  return value;
}
