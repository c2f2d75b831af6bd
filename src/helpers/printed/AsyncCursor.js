var _AsyncCursor = (function() {
  function AsyncCursor(iterable) {
    this.iterator = iteratorOf(iterable);
    this.nextMethod = this.iterator.next;
    this.done = false;
    this.value = void 0;
    this.closing = void 0;
  }
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
  methods.next = function() {
    this.done = true;
    return this.nextMethod.call(this.iterator);
  };
  methods.step = function(result) {
    if (checkObject(result).done) return false;
    this.value = result.value;
    this.done = false;
    return true;
  };
  methods.close = function() {
    if (this.done) return false;
    this.done = true;
    var method = this.iterator["return"];
    if (method === void 0 || method === null) return false;
    this.closing = method.call(this.iterator);
    return true;
  };
  methods.fail = function() {
    try {
      return this.close();
    } catch (ignored) {
      return false;
    }
  };
  methods.closed = checkObject;
  function SyncIterator(cursor) {
    this.cursor = cursor;
  }
  methods = SyncIterator.prototype;
  methods.next = function(value) {
    var cursor = this.cursor;
    return settle(function() {
      if (cursor.nextMethod) return cursor.nextMethod.call(cursor.iterator, value);
      return cursor.step() ? {
        value: cursor.value,
        done: false
      } : {
        value: void 0,
        done: true
      };
    });
  };
  methods["return"] = function(value) {
    var iterator = this.cursor.iterator;
    return settle(function() {
      var method = iterator ? iterator["return"] : void 0;
      return method === void 0 || method === null ? {
        value: value,
        done: true
      } : method.call(iterator, value);
    });
  };
  methods["throw"] = function(error) {
    var iterator = this.cursor.iterator;
    return settle(function() {
      var method = iterator ? iterator["throw"] : void 0;
      if (method === void 0 || method === null) throw error;
      return method.call(iterator, error);
    });
  };
  function settle(call) {
    return new Promise(function(resolve, reject) {
      var result = checkObject(call()), done = !!result.done;
      Promise.resolve(result.value).then(function(value) {
        resolve({
          value: value,
          done: done
        });
      }, reject);
    });
  }
  return AsyncCursor;
})();
