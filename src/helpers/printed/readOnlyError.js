function _readOnlyError(name) {
  throw new _TypeError("Assignment to constant variable '" + name + "'");
}
