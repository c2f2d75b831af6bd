function _requireObjectCoercible(value) {
  if (value === void 0 || value === null) throw new _TypeError("Cannot destructure " + value);
  return value;
}
