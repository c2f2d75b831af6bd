function _initialized(value, name) {
  if (value === _uninitialized) _tdzError(name);
  return value;
}
