// PrivateSet (ES2022 7.3.29) of a field.
function _privateSet(store, object, value) {
  _privateMethod(store, object);
  store.set(object, value);
  return value;
}
