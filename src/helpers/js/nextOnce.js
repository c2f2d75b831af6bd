// What the other helpers are given to iterate without `constantNext`: GetIterator (ES2018 7.4.1) reads `next` once. What iterates
// like an array stays as it is.
function _nextOnce(x) {
  var key = typeof Symbol === "function" && Symbol.iterator || "@@iterator", method = x[key], iterable = {};
  if (!method || method === [].values) return x;
  iterable[key] = function () {
    var iterator = method.call(x), next = iterator.next;
    return Object.defineProperty({
      next: function () {
        return next.call(iterator);
      }
    }, "return", {
      get: function () {
        var close = iterator["return"];
        return close == null ? close : function () {
          return close.call(iterator);
        };
      }
    });
  };
  return iterable;
}
