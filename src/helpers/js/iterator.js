// GetIterator (ES2018 7.4.1) where the steps must be taken one by one: always a cursor.
function _iterator(x) {
  return _forOf(x) || new _ListCursor(x);
}
