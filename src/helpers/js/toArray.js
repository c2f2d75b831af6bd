// The elements of a spread (ES2018 12.2.5.2): a new array of all that x iterates over, where holes are undefined.
function _toArray(x) {
  for (var values = [], list = _forOf(x), i = 0; i < list.length || list._go && list._go(i = 0);) values.push(list[i++]);
  return values;
}
