// GetIterator (ES2018 7.4.1): a list, to be read by index up to its current length, or a cursor, which has no length:
// `_go(0)` takes the next value into its element 0, and tells whether there was one; `_go(1)` closes the iterator.
//
// Lists are what iterates like an array, and, on an engine without iterators, all that has a length but functions. There, strings are
// walked by code points, as everywhere. Symbols are looked up at each call: a polyfill may come later than this.
function _forOf(x) {
  var key = typeof Symbol === "function" && Symbol.iterator || "@@iterator", method = x[key], done;
  if (method ? method === [].values : !""[key] && x.length >= 0 && !x.call) {
    return !method && x.trim ? x.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]|\s|\S/g) || [] : x;
  }
  x = method.call(x);
  return {
    // V8 makes room for the element at once.
    0: 0,
    _go: function (closes) {
      // An error is the end, too: the iterator is not called again.
      if (done || (done = 1, closes && (method = x["return"]) == null)) return;
      method = closes ? method.call(x) : x.next();
      // `in` throws a TypeError if the result is no object. Minifiers leave it out if nothing depends on it.
      return !("done" in method && (closes || method.done) || closes) && (this[0] = method.value, !(done = 0));
    }
  };
}
