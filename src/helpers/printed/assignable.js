function _assignable(value, variable, name) {
  if (variable === _uninitialized) _tdzError(name);
  return value;
}
