function _apply(f, receiver, list) {
  return function() {}.apply.call(f, receiver, list);
}
