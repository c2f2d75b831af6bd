// IteratorBindingInitialization (ES2018 13.3.3.8) for a pattern that does nothing observable between two steps:
// a list that begins with the first count values of x. The iterator is closed unless that exhausted it.
function _take(x, count) {
  var cursor = _forOf(x);
  if (!cursor) return x;
  var values = [];
  while (values.length < count && cursor.step()) values.push(cursor.value);
  cursor.close();
  return values;
}
