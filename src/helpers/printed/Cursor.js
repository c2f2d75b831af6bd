var _Cursor = (function() {
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
  methods.step = function() {
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
  methods.next = function() {
    return this.step() ? this.value : void 0;
  };
  methods.rest = function() {
    var values = [];
    while(this.step())values.push(this.value);
    return values;
  };
  methods.close = function() {
    if (this.done) return;
    this.done = true;
    var method = this.iterator["return"];
    if (method !== void 0 && method !== null) checkObject(method.call(this.iterator));
  };
  methods.fail = function(error) {
    try {
      this.close();
    } catch (ignored) {}
    throw error;
  };
  return Cursor;
})();
