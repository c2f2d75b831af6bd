function _take(x, count) {
  var cursor = _forOf(x);
  if (!cursor) return x;
  var values = [];
  while(values.length < count && cursor.step())values.push(cursor.value);
  cursor.close();
  return values;
}
