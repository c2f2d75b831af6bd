function _toArray(x) {
  var cursor = _forOf(x);
  if (cursor) return cursor.rest();
  var values = new _Array(x.length);
  for(var i = 0; i < x.length; i++)values[i] = x[i];
  if (i < values.length) values.length = i;
  return values;
}
