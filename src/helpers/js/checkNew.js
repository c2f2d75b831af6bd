// [[Call]] (ES2018 9.2.1) of a class constructor: a TypeError, unless `new` or super() calls it on an instance. That is
// an object with its prototype; or one made for a class derived from it, whose prototype was given another parent.
var _checkNew = (function () {
  var isPrototypeOf = _Object.prototype.isPrototypeOf;

  return function (instance, C) {
    if (isPrototypeOf.call(C.prototype, instance)) return;
    if (instance && isPrototypeOf.call(C, instance.constructor)) return;
    throw new _TypeError("a class constructor can't be called without new");
  };
})();
