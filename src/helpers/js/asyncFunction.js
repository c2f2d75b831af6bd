// Makes a function an async function (ES2018 25.7.4). Gives it `name`, if that is not what it is called.
var _asyncFunction = (function () {
  function AsyncFunction(text) {
    throw new EvalError("an async function cannot be compiled at run time");
  }

  var kind = _Object.create(Function.prototype, { constructor: { value: AsyncFunction, configurable: true } });
  _setPrototypeOf(AsyncFunction, Function);
  _Object.defineProperty(AsyncFunction, "prototype", { value: kind, writable: false });
  if (typeof Symbol === "function" && Symbol.toStringTag) {
    _Object.defineProperty(kind, Symbol.toStringTag, { value: "AsyncFunction", configurable: true });
  }

  return function (fn, name) {
    if (name !== void 0) _setFunctionName(fn, name);
    fn.prototype = void 0;
    return _setPrototypeOf(fn, kind);
  };
})();
