// Makes a function a generator function (ES2018 25.2.4), as far as its generators show it: gives it a prototype for them,
// which inherits from that of all generators (ES2018 25.4.1), the `prototype` of this helper. Without a function, gives the
// latter. A generator holds its machine by the key `slot`, the same in all files. The key of the iterator method is looked up each time, since a
// polyfill may have come meanwhile.
function _generatorFunction(fn) {
  var generators = _generatorFunction.prototype, slot = _generatorFunction.slot;
  var symbol = typeof Symbol === "function" && Symbol, key = symbol.iterator || "@@iterator";

  function define(key, value) {
    Object.defineProperty(generators, key, { value: value, writable: true });
  }

  if (!slot) {
    _generatorFunction.slot = slot = symbol && symbol["for"] ? symbol["for"]("generator") : "_generator";
    // Newer engines have methods for all iterators.
    if (typeof Iterator === "function") _generatorFunction.prototype = generators = Object.create(Iterator.prototype);
    // GeneratorResume and GeneratorResumeAbrupt (ES2018 25.4.3.3, 25.4.3.4). While it runs, a machine has no owner.
    ["next", "throw", "return"].forEach(function (name, how) {
      define(name, function (value) {
        var machine = this[slot];
        if (!machine || machine.of !== this) throw TypeError("already running");
        try {
          machine.of = 0;
          value = how || !machine.done ? _resume(machine, how, value) : void 0;
        } finally {
          machine.of = this;
        }
        return machine.raw ? value : { value: value, done: !!machine.done };
      });
    });
  }
  if (!generators[key]) {
    define(key, function () {
      return this;
    });
  }
  if (fn) fn.prototype = Object.create(generators);
  return fn || generators;
}
