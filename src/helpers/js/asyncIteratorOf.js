// GetIterator with hint async (ES2018 7.4.1): what has no async iterator is iterated by its usual one, and its values are
// awaited (%AsyncFromSyncIteratorPrototype%, ES2018 25.1.4.2).
function _asyncIteratorOf(x) {
  var method = x[typeof Symbol === "function" && Symbol.asyncIterator || "@@asyncIterator"], next;

  function forward(how) {
    return function (value) {
      return new Promise(function (resolve, reject) {
        var method = how ? x[how] : next, done;
        if (how && method == null) {
          if (how === "throw") throw value;
          return resolve({ value: value, done: true });
        }
        method = _iteratorResult(method.call(x, value));
        done = !!method.done;
        Promise.resolve(method.value).then(function (value) {
          resolve({ value: value, done: done });
        }, reject);
      });
    };
  }

  if (method != null) return _iteratorResult(method.call(x));
  x = _iteratorOf(x);
  next = x.next;
  return { next: forward(), "return": forward("return"), "throw": forward("throw") };
}
