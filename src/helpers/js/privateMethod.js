// A private method, or whatever else an object has if it is in the store.
function _privateMethod(store, object, method) {
  return store.has(object) ? method : _privateError();
}
