// What the other helpers are given to iterate without `constantArrayIterator`: on an engine with iterators, something that only has the
// iterator of x, so that nothing is read by index.
function _iterated(x) {
  if (!_hasIterators || typeof Symbol !== "function") return x;
  var method = x[Symbol.iterator], iterable = {};
  if (typeof method !== "function") throw new TypeError(typeof x + " is not iterable");
  iterable[Symbol.iterator] = function () {
    var iterator = method.call(x);
    if (Object(iterator) !== iterator) throw new TypeError("an iterator is an object");
    return iterator;
  };
  return iterable;
}
