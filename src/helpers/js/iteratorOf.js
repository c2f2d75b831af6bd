// GetIterator (ES2018 7.4.1): the iterator itself, for those who pass on what it is sent. Where lists have none, it is one
// that reads x by index.
function _iteratorOf(x) {
  var method = x[typeof Symbol === "function" && Symbol.iterator || "@@iterator"], i = 0;
  if (method) return _iteratorResult(method.call(x));
  x = _forOf(x);
  return {
    next: function () {
      return i < x.length ? { value: x[i++], done: false } : { value: void (i = 1 / 0), done: true };
    }
  };
}
