// EnumerateObjectProperties (ES2018 13.7.5.15), in steps: the keys that `for-in` would visit. Those that were deleted
// before their turn are left out.
var _KeysIn = (function () {
  function KeysIn(object) {
    this.object = object;
    this.keys = [];
    this.index = 0;
    this.value = void 0;
    for (var key in object) this.keys.push(key);
  }

  KeysIn.prototype.step = function () {
    while (this.index < this.keys.length) {
      this.value = this.keys[this.index++];
      if (this.value in _Object(this.object)) return true;
    }
    return false;
  };

  return KeysIn;
})();
