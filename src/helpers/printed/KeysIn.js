var _KeysIn = (function() {
  function KeysIn(object) {
    this.object = object;
    this.keys = [];
    this.index = 0;
    this.value = void 0;
    for(var key in object)this.keys.push(key);
  }
  KeysIn.prototype.step = function() {
    while(this.index < this.keys.length){
      this.value = this.keys[this.index++];
      if (this.value in _Object(this.object)) return true;
    }
    return false;
  };
  return KeysIn;
})();
