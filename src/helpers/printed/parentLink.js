var _parentLink = (function() {
  var construct = (function() {
    function Derived() {}
    try {
      if (Reflect.construct(_Object, [], Derived) instanceof Derived) return Reflect.construct;
    } catch (unsupported) {}
  })();
  function callable(parent, C) {
    if (!_isConstructor(parent)) {
      return function() {
        throw new _TypeError("super is not a constructor");
      };
    }
    if (!isNative(parent)) return parent;
    return function() {
      return constructNative(parent, C, this, arguments);
    };
  }
  var toText = Function.prototype.toString;
  function isNative(parent) {
    var text = toText.call(parent);
    return /^class\b/.test(text) || /\[(native|bound) code\]/.test(text.slice(-20)) || text.indexOf("new.target") >= 0;
  }
  function constructNative(parent, C, instance, args) {
    if (parent === _Object) return instance;
    var prototype = _Object.getPrototypeOf(instance);
    var newTarget = prototype === C.prototype ? C : instance.constructor;
    if (typeof newTarget !== "function") newTarget = C;
    var result = construct ? construct(parent, args, newTarget) : new (Function.prototype.bind.apply(parent, [null].concat([].slice.call(args))))();
    if (construct && newTarget.prototype === prototype) return result;
    _setPrototypeOf(result, prototype);
    if (_Object.getPrototypeOf(result) === prototype) return result;
    _Object.getOwnPropertyNames(result).forEach(function(key) {
      _Object.defineProperty(instance, key, _Object.getOwnPropertyDescriptor(result, key));
    });
    return instance;
  }
  return function(C, substitute) {
    var parent = _Object.getPrototypeOf(C);
    return {
      C: C,
      parent: parent,
      constructor: callable(substitute || parent, C)
    };
  };
})();
