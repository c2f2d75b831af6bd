// The parent of a class, and the function that super() calls on the new instance. That is the parent itself, if it is an
// ES5 function; a native class must make an object of its own. Where the prototype of a class can't be set, the parent
// is given as a substitute.
var _parentLink = (function () {
  var construct = (function () {
    function Derived() {}
    try {
      // Duktape has Reflect.construct and refuses a newTarget.
      if (Reflect.construct(_Object, [], Derived) instanceof Derived) return Reflect.construct;
    } catch (unsupported) {}
  })();

  function callable(parent, C) {
    if (!_isConstructor(parent)) {
      return function () {
        throw new _TypeError("super is not a constructor");
      };
    }
    if (!isNative(parent)) return parent;
    return function () {
      return constructNative(parent, C, this, arguments);
    };
  }

  // The program may replace it.
  var toText = Function.prototype.toString;

  // Whether a function can only be called by `new`, or looks whether it was.
  function isNative(parent) {
    var text = toText.call(parent);
    return /^class\b/.test(text) || /\[(native|bound) code\]/.test(text.slice(-20)) || text.indexOf("new.target") >= 0;
  }

  function constructNative(parent, C, instance, args) {
    // It would give back its argument.
    if (parent === _Object) return instance;
    var prototype = _Object.getPrototypeOf(instance);
    var newTarget = prototype === C.prototype ? C : instance.constructor;
    if (typeof newTarget !== "function") newTarget = C;
    var result = construct
      ? construct(parent, args, newTarget)
      : new (Function.prototype.bind.apply(parent, [null].concat([].slice.call(args))))();
    if (construct && newTarget.prototype === prototype) return result;
    _setPrototypeOf(result, prototype);
    if (_Object.getPrototypeOf(result) === prototype) return result;
    // Where a prototype can't be set, the new object gets what the native one has.
    _Object.getOwnPropertyNames(result).forEach(function (key) {
      _Object.defineProperty(instance, key, _Object.getOwnPropertyDescriptor(result, key));
    });
    return instance;
  }

  return function (C, substitute) {
    var parent = _Object.getPrototypeOf(C);
    return { C: C, parent: parent, constructor: callable(substitute || parent, C) };
  };
})();
