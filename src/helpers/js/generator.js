// EvaluateBody of a generator function (ES2018 14.4.12): the generator object. `receiver` is the function's `this`, from
// which a `new` can be told.
function _generator(fn, receiver, body, regions) {
  var prototype = fn.prototype;
  if (prototype === null || typeof prototype !== "object" && typeof prototype !== "function") {
    prototype = _Object.getPrototypeOf(fn).prototype;
  } else if (receiver instanceof fn && !(receiver._generator && receiver._generator.owner === receiver)) {
    throw new _TypeError("a generator function is not a constructor");
  }
  var generator = _Object.create(prototype), machine = new _Machine(body, regions);
  machine.owner = generator;
  return _Object.defineProperty(generator, "_generator", { value: machine });
}
