// Gives a generator function, async function, or both, its prototype (ES2018 25.2, 25.3 and 25.7), for files that can see it.
// `tag` is what its kind is called; `of` is the helper that has made it, which holds what all of its kind share.
function _generatorKind(fn, tag, of) {
  var kind = of.kind, generators = of.slot && of.prototype;

  function define(object, key, value) {
    if (key) Object.defineProperty(object, key, { value: value, configurable: true });
  }

  if (!kind) {
    of.kind = kind = Object.create(Function.prototype);
    define(kind, "constructor", _setPrototypeOf(_setFunctionName(function (code) {
      throw new EvalError(tag + " can't compile at run time: " + code);
    }, tag), Function));
    Object.defineProperty(kind.constructor, "prototype", { value: kind, writable: false });
    if (generators) {
      define(kind, "prototype", generators);
      define(generators, "constructor", kind);
      define(generators, typeof Symbol === "function" && Symbol.toStringTag, tag.replace("Function", ""));
    }
    define(kind, typeof Symbol === "function" && Symbol.toStringTag, tag);
  }
  return _setPrototypeOf(fn, kind);
}
