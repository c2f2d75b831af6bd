var _ListCursor = (function() {
  function ListCursor(list) {
    this.list = list;
    this.index = 0;
    this.done = false;
    this.value = void 0;
  }
  var methods = ListCursor.prototype = _Object.create(_Cursor.prototype);
  methods.step = function() {
    if (this.done) return false;
    if (this.index < this.list.length) {
      this.value = this.list[this.index++];
      return true;
    }
    this.done = true;
    return false;
  };
  methods.close = function() {
    this.done = true;
  };
  return ListCursor;
})();
