var _generator = (function() {
  var slot = _GeneratorSlot, isSymbol = slot !== "_generator";
  var create = _Object.create, defineProperty = _Object.defineProperty;
  return function(fn, receiver, body, regions) {
    var prototype = fn.prototype;
    if (prototype === null || typeof prototype !== "object" && typeof prototype !== "function") {
      prototype = _Object.getPrototypeOf(fn).prototype;
    } else if (receiver && receiver instanceof fn && !(receiver[slot] && receiver[slot].owner === receiver)) {
      throw new _TypeError("a generator function is not a constructor");
    }
    var generator = create(prototype), machine = new _Machine(body, regions);
    machine.owner = generator;
    if (isSymbol) generator[slot] = machine;
    else defineProperty(generator, slot, {
      value: machine
    });
    return generator;
  };
})();
