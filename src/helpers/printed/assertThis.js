function _assertThis(instance) {
  if (instance === void 0) throw new _ReferenceError("this can't be used before super()");
  return instance;
}
