// SetMutableBinding (ES2018 8.1.1.1.5): what is assigned to a variable, unless its declaration is yet to be evaluated.
function _assignable(value, variable, name) {
  if (variable === _uninitialized) _tdzError(name);
  return value;
}
