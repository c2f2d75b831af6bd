// PrivateGet (ES2022 7.3.28) of a field.
function _privateGet(store, object) {
  var value = store.get(object);
  return value === void 0 ? _privateMethod(store, object) : value;
}
