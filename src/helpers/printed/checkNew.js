var _checkNew = (function() {
  var isPrototypeOf = _Object.prototype.isPrototypeOf;
  return function(instance, C) {
    if (isPrototypeOf.call(C.prototype, instance)) return;
    if (instance && isPrototypeOf.call(C, instance.constructor)) return;
    throw new _TypeError("a class constructor can't be called without new");
  };
})();
