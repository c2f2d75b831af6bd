function _tdzError(name) {
  throw new _ReferenceError("Cannot access '" + name + "' before initialization");
}
