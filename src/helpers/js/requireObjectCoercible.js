// RequireObjectCoercible (ES2018 7.2.1), which every object pattern begins with.
function _requireObjectCoercible(value) {
  if (value === void 0 || value === null) throw new _TypeError("Cannot destructure " + value);
  return value;
}
