function _iterator(x) {
  return _forOf(x) || new _ListCursor(x);
}
