var _Delegate = (function() {
  function Delegate(iterable) {
    this.cursor = _iterator(iterable);
    this.done = false;
    this.returned = false;
    this.inner = null;
    this.delegates = true;
  }
  Delegate.prototype.resume = function(how, value) {
    var result = this.cursor.nextMethod ? forward(this.cursor, how, value) : step(this.cursor, how);
    if (!result) {
      this.done = this.returned = true;
      return value;
    }
    if (!result.done) return result;
    this.done = true;
    this.returned = how === "return";
    return result.value;
  };
  function forward(cursor, how, value) {
    var iterator = cursor.iterator;
    if (how === "next") return check(cursor.nextMethod.call(iterator, value));
    var method = iterator[how];
    if (method !== void 0 && method !== null) return check(method.call(iterator, value));
    if (how === "return") return;
    cursor.close();
    throw new _TypeError("The iterator does not provide a 'throw' method");
  }
  function check(result) {
    if (result === null || typeof result !== "object" && typeof result !== "function") {
      throw new _TypeError("iterator result " + String(result) + " is not an object");
    }
    return result;
  }
  function step(cursor, how) {
    if (how === "return") return;
    if (how === "throw") throw new _TypeError("The iterator does not provide a 'throw' method");
    return cursor.step() ? {
      value: cursor.value,
      done: false
    } : {
      value: void 0,
      done: true
    };
  }
  return Delegate;
})();
