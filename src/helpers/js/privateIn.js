// #name in object (ES2022 13.10.1).
function _privateIn(store, object) {
  if (Object(object) !== object) throw new TypeError("The right side of 'in' must be an object");
  return store.has(object);
}
