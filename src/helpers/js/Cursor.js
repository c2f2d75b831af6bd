// An iterator record (ES2018 7.4.1 to 7.4.6) that knows when its iterator is exhausted: from then on it is never called.
var _Cursor = (function () {
  function Cursor(iterator) {
    if (iterator === null || typeof iterator !== "object") checkObject(iterator);
    this.iterator = iterator;
    this.nextMethod = iterator.next;
    this.done = false;
    if (_Generators.step && this.nextMethod === _Generators.next) this.step = _Generators.step;
  }

  function checkObject(result) {
    if (result === null || typeof result !== "object" && typeof result !== "function") {
      throw new _TypeError("iterator result " + String(result) + " is not an object");
    }
  }

  var methods = Cursor.prototype;

  methods.value = void 0;

  // IteratorStep and IteratorValue: takes a value, or answers false at the end. An error in either is the end, too.
  methods.step = function () {
    if (this.done) return false;
    try {
      var result = this.nextMethod.call(this.iterator);
      if (result === null || typeof result !== "object") checkObject(result);
      if (result.done) {
        this.done = true;
        return false;
      }
      this.value = result.value;
      return true;
    } catch (error) {
      this.done = true;
      throw error;
    }
  };

  // The next element of an array pattern: undefined after the end.
  methods.next = function () {
    return this.step() ? this.value : void 0;
  };

  // The rest element of an array pattern.
  methods.rest = function () {
    var values = [];
    while (this.step()) values.push(this.value);
    return values;
  };

  // IteratorClose after a normal completion, break, continue or return.
  methods.close = function () {
    if (this.done) return;
    this.done = true;
    var method = this.iterator["return"];
    if (method !== void 0 && method !== null) checkObject(method.call(this.iterator));
  };

  // IteratorClose after a throw: this error wins over one from closing.
  methods.fail = function (error) {
    try {
      this.close();
    } catch (ignored) {}
    throw error;
  };

  return Cursor;
})();
