// PrivateFieldAdd (ES2022 7.3.26).
function _privateAdd(store, object, value) {
  if (store.has(object)) throw new TypeError("The object has this private member already");
  store.set(object, value);
}
