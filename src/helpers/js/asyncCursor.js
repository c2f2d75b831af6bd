// An iterator record (ES2018 7.4.1 to 7.4.6) for `for await`, that knows when its iterator is exhausted.
function _asyncCursor(x) {
  var iterator = _asyncIteratorOf(x), next = iterator.next, done, cursor;
  return cursor = {
    // Asks for the next result, which must be awaited and given to `step`.
    next: function () {
      done = 1;
      return next.call(iterator);
    },
    // Takes a result that was awaited; false at the end.
    step: function (result) {
      if (_iteratorResult(result).done) return false;
      cursor.value = result.value;
      return !(done = 0);
    },
    // AsyncIteratorClose: whether there is something to await, which is then in `closing`. After a throw, whose error wins
    // over one from closing, it `fails`.
    close: function (fails) {
      if (done) return;
      done = 1;
      try {
        var method = iterator["return"];
        if (method == null) return;
        cursor.closing = method.call(iterator);
        return true;
      } catch (error) {
        if (!fails) throw error;
      }
    },
    closed: _iteratorResult
  };
}
