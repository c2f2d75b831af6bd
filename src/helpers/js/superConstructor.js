// GetSuperConstructor (ES2018 12.3.5.2) and what super() does with it. Returns a function that gives the ES5 function to
// call on the new instance: the parent itself, if it is one. A native class must make an object of its own. Where the
// prototype of a function can't be set, `Super` is the parent.
var _superConstructor = (function () {
  var construct = (function () {
    function Derived() {}
    try {
      // Duktape has Reflect.construct and refuses a newTarget.
      if (Reflect.construct(Object, [], Derived) instanceof Derived) return Reflect.construct;
    } catch (unsupported) {}
  })();

  // Whether a function can only be called by `new`, or looks whether it was.
  function isNative(parent) {
    var text = Function.prototype.toString.call(parent);
    return /^class\b|\[native code\]\s*\}\s*$/.test(text) || text.indexOf("new.target") >= 0;
  }

  function constructNative(parent, C, instance, args) {
    var prototype = _Object.getPrototypeOf(instance);
    var newTarget = prototype === C.prototype ? C : instance.constructor;
    if (typeof newTarget !== "function") newTarget = C;
    var result = construct
      ? construct(parent, args, newTarget)
      : new (Function.prototype.bind.apply(parent, [null].concat([].slice.call(args))))();
    if (_Object.getPrototypeOf(result) === prototype) return result;
    if (construct && newTarget.prototype === prototype) return result;
    _setPrototypeOf(result, prototype);
    if (_Object.getPrototypeOf(result) === prototype) return result;
    // Where a prototype can't be set, the new object gets what the native one has.
    _Object.getOwnPropertyNames(result).forEach(function (key) {
      _Object.defineProperty(instance, key, _Object.getOwnPropertyDescriptor(result, key));
    });
    return instance;
  }

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

  return function (C, Super) {
    var parent, constructor;
    return function () {
      var current = Super || _Object.getPrototypeOf(C);
      if (current !== parent) {
        constructor = callable(current, C);
        parent = current;
      }
      return constructor;
    };
  };
})();
