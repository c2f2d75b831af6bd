// GetBindingValue (ES2018 8.1.1.1.6): the value of a variable, unless its declaration is yet to be evaluated.
function _initialized(value, name) {
  if (value === _uninitialized) _tdzError(name);
  return value;
}
