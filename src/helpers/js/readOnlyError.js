// SetMutableBinding (ES2018 8.1.1.1.5) of a constant.
function _readOnlyError(name) {
  throw new TypeError("Assignment to constant variable '" + name + "'");
}
