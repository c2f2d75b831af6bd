var _AsyncDelegate = (function() {
  function AsyncDelegate(iterable) {
    this.cursor = new _AsyncCursor(iterable);
    this.done = false;
    this.returned = false;
    this.inner = null;
    this.yields = false;
    this.asks = true;
    this.how = "next";
    this.closing = false;
  }
  var methods = AsyncDelegate.prototype;
  methods.resume = function(how, value) {
    return this.asks ? this.ask(how, value) : this.take(how, value);
  };
  methods.ask = function(how, value) {
    var cursor = this.cursor, iterator = cursor.iterator;
    this.asks = false;
    this.how = how;
    var method = how === "next" ? cursor.nextMethod : iterator[how];
    if (how === "next" || method !== void 0 && method !== null) return method.call(iterator, value);
    if (how === "return") {
      this.done = this.returned = true;
      return value;
    }
    this.closing = true;
    return cursor.close() ? cursor.closing : this.take("next", {});
  };
  methods.take = function(how, result) {
    if (how === "throw") throw result;
    this.cursor.closed(result);
    if (this.closing) throw new _TypeError("The iterator does not provide a 'throw' method");
    this.done = !!result.done;
    this.yields = this.asks = !this.done;
    this.returned = this.done && this.how === "return";
    return result.value;
  };
  return AsyncDelegate;
})();
