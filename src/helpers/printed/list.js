function _list(x) {
  var cursor = _forOf(x);
  return cursor ? cursor.rest() : x;
}
