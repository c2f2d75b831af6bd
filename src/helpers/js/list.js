// The arguments of a call that is one spread (ES2018 12.3.6.1), for apply: x itself, if it is a list.
function _list(x) {
  var cursor = _forOf(x);
  return cursor ? cursor.rest() : x;
}
