// GetIterator (ES2018 7.4.1) where the steps are taken one by one, for patterns. It is closed as what `_forOf` gives.
function _iterator(x) {
  var list = _forOf(x), i = 0;

  function goes() {
    if (i < list.length || list._go && list._go(i = 0)) return true;
    // From now on it is at its end.
    list = [];
  }

  return {
    _go: list._go,
    // IteratorBindingInitialization (ES2018 13.3.3.8): the next element, undefined after the end.
    next: function () {
      return goes() ? list[i++] : void 0;
    },
    // The rest element; `add` puts each value into it.
    rest: function (add) {
      for (var values = []; goes();) add ? add(values, list[i++]) : values.push(list[i++]);
      return values;
    }
  };
}
