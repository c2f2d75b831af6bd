// The arguments of a call that is one spread (ES2018 12.3.6.1), for apply: x itself, if it is a list.
function _list(x) {
  var list = _forOf(x), values = [];
  if (!list._go) return list;
  for (; list._go();) values.push(list[0]);
  return values;
}
