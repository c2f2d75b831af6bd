// IteratorBindingInitialization (ES2018 13.3.3.8) for a pattern that does nothing observable between two steps:
// a list that begins with the first count values of x. The iterator is closed unless that exhausted it.
function _take(x, count) {
  var list = _forOf(x), values = [];
  if (!list._go) return list;
  for (; values.length < count && list._go();) values.push(list[0]);
  list._go(1);
  return values;
}
