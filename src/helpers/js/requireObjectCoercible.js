// RequireObjectCoercible (ES2018 7.2.1), which every object pattern begins with.
function _requireObjectCoercible(value) {
  if (value == null) throw TypeError("Cannot destructure " + value);
  return value;
}
