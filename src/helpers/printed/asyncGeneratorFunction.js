var _asyncGeneratorFunction = (function() {
  function define(object, key, value, writable) {
    _Object.defineProperty(object, key, {
      value: value,
      writable: !!writable,
      configurable: true
    });
  }
  function AsyncGeneratorFunction(text) {
    throw new EvalError("an async generator function cannot be compiled at run time");
  }
  var symbols = typeof Symbol === "function" && typeof Symbol.iterator === "symbol";
  var kind = _Object.create(Function.prototype);
  var iterators = {};
  var generators = _Object.create(iterators);
  _setPrototypeOf(AsyncGeneratorFunction, Function);
  _Object.defineProperty(AsyncGeneratorFunction, "prototype", {
    value: kind,
    writable: false
  });
  define(kind, "constructor", AsyncGeneratorFunction);
  define(kind, "prototype", generators);
  define(generators, "constructor", kind);
  define(iterators, symbols && Symbol.asyncIterator || "@@asyncIterator", function() {
    return this;
  }, true);
  if (symbols && Symbol.toStringTag) {
    define(kind, Symbol.toStringTag, "AsyncGeneratorFunction");
    define(generators, Symbol.toStringTag, "AsyncGenerator");
  }
  function next(value) {
    return enqueue(this, "next", value);
  }
  function finish(value) {
    return enqueue(this, "return", value);
  }
  function fail(error) {
    return enqueue(this, "throw", error);
  }
  define(finish, "name", "return");
  define(fail, "name", "throw");
  define(generators, "next", next, true);
  define(generators, "return", finish, true);
  define(generators, "throw", fail, true);
  function enqueue(generator, how, value) {
    return new Promise(function(resolve, reject) {
      var queue = generator === null || generator === void 0 ? void 0 : generator._generator;
      if (!queue || !_Object.prototype.hasOwnProperty.call(generator, "_generator")) {
        throw new _TypeError(how + " was called on something that is no async generator");
      }
      queue.push(how, value, resolve, reject);
    });
  }
  return function(fn, name) {
    if (name !== void 0) _setFunctionName(fn, name);
    fn.prototype = _Object.create(generators);
    return _setPrototypeOf(fn, kind);
  };
})();
