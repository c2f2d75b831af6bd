// EvaluateBody of a generator function (ES2018 14.4.12): the generator object. `receiver` is the function's `this`, from
// which a `new` can be told. A symbol is the fastest property that is not listed; without symbols, it takes longer.
function _generator(fn, receiver, body, unwind) {
  var prototype = fn.prototype, slot = _asGenerator.slot, isNative = typeof slot === "symbol", generator;
  // A polyfill may have come since.
  if (!isNative) slot = _asGenerator();
  if (Object(prototype) !== prototype) prototype = _asGenerator.prototype;
  else if (receiver && receiver instanceof fn && !receiver[slot]) throw TypeError("no constructor");
  generator = Object.create(prototype);
  if (!isNative) Object.defineProperty(generator, slot, { writable: true });
  generator[slot] = { of: generator, body: body, unwind: unwind, state: 0, done: 0 };
  return generator;
}
