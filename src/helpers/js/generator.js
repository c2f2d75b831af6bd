// EvaluateBody of a generator function (ES2018 14.4.12): the generator object. `receiver` is the function's `this`, from
// which a `new` can be told. A symbol is the fastest property that is not listed; without symbols, it takes longer.
function _generator(fn, receiver, body, unwind) {
  var prototype = fn.prototype, generators = _generatorFunction(), slot = _generatorFunction.slot, generator;
  if (Object(prototype) !== prototype) prototype = generators;
  else if (receiver instanceof fn && !receiver[slot]) throw TypeError("no constructor");
  generator = Object.create(prototype);
  if (slot === "_generator") Object.defineProperty(generator, slot, { writable: true });
  generator[slot] = { of: generator, body: body, unwind: unwind, state: 0 };
  return generator;
}
