// An iterator record (ES2018 7.4.1 to 7.4.6) of an async iterator, that knows when its iterator is exhausted.
var _AsyncCursor = (function () {
  function AsyncCursor(iterable) {
    this.iterator = iteratorOf(iterable);
    this.nextMethod = this.iterator.next;
    this.done = false;
    this.value = void 0;
    // What `return` of the iterator gave, to be awaited.
    this.closing = void 0;
  }

  // GetIterator with hint async.
  function iteratorOf(iterable) {
    var method = iterable[typeof Symbol === "function" && Symbol.asyncIterator || "@@asyncIterator"];
    if (method === void 0 || method === null) return new SyncIterator(_iterator(iterable));
    return checkObject(method.call(iterable));
  }

  function checkObject(result) {
    if (result === null || typeof result !== "object" && typeof result !== "function") {
      throw new _TypeError("iterator result " + String(result) + " is not an object");
    }
    return result;
  }

  var methods = AsyncCursor.prototype;

  // Asks for the next result, which must be awaited and given to `step`.
  methods.next = function () {
    this.done = true;
    return this.nextMethod.call(this.iterator);
  };

  // Takes a result that was awaited; false at the end.
  methods.step = function (result) {
    if (checkObject(result).done) return false;
    this.value = result.value;
    this.done = false;
    return true;
  };

  // AsyncIteratorClose: whether there is something to await, which is then in `closing`.
  methods.close = function () {
    if (this.done) return false;
    this.done = true;
    var method = this.iterator["return"];
    if (method === void 0 || method === null) return false;
    this.closing = method.call(this.iterator);
    return true;
  };

  // The same after a throw, whose error wins over one from closing.
  methods.fail = function () {
    try {
      return this.close();
    } catch (ignored) {
      return false;
    }
  };

  methods.closed = checkObject;

  // %AsyncFromSyncIteratorPrototype% (ES2018 25.1.4.2).
  function SyncIterator(cursor) {
    this.cursor = cursor;
  }

  methods = SyncIterator.prototype;

  methods.next = function (value) {
    var cursor = this.cursor;
    return settle(function () {
      if (cursor.nextMethod) return cursor.nextMethod.call(cursor.iterator, value);
      return cursor.step() ? { value: cursor.value, done: false } : { value: void 0, done: true };
    });
  };

  methods["return"] = function (value) {
    var iterator = this.cursor.iterator;
    return settle(function () {
      var method = iterator ? iterator["return"] : void 0;
      return method === void 0 || method === null ? { value: value, done: true } : method.call(iterator, value);
    });
  };

  methods["throw"] = function (error) {
    var iterator = this.cursor.iterator;
    return settle(function () {
      var method = iterator ? iterator["throw"] : void 0;
      if (method === void 0 || method === null) throw error;
      return method.call(iterator, error);
    });
  };

  // A promise for a result whose value is awaited.
  function settle(call) {
    return new Promise(function (resolve, reject) {
      var result = checkObject(call()), done = !!result.done;
      Promise.resolve(result.value).then(function (value) {
        resolve({ value: value, done: done });
      }, reject);
    });
  }

  return AsyncCursor;
})();
