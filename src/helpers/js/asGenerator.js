// Makes a function a generator function (ES2018 25.2.4), as far as its generators show it: gives it a prototype for them,
// which inherits from that of all generators (ES2018 25.4.1), the `prototype` of this helper. Without a function, gives the key by
// which a generator holds its machine, the same in all files. The key of the iterator method is looked up each time, since a
// polyfill may have come meanwhile.
function _asGenerator(fn) {
  var generators = _asGenerator.prototype, slot = _asGenerator.slot;
  var symbol = typeof Symbol === "function" && Symbol, key = symbol.iterator || "@@iterator";

  function define(key, value) {
    Object.defineProperty(generators, key, { value: value, writable: true });
  }

  if (!slot) {
    _asGenerator.slot = slot = symbol["for"] ? symbol["for"]("generator") : "_generator";
    // Newer engines have methods for all iterators.
    if (typeof Iterator === "function") _asGenerator.prototype = generators = Object.create(Iterator.prototype);
    // GeneratorResume and GeneratorResumeAbrupt (ES2018 25.4.3.3, 25.4.3.4). While it runs, `done` is -1.
    ["next", "throw", "return"].forEach(function (name, how) {
      define(name, function (value) {
        var machine = this[slot] || 0;
        if (machine.of !== this || machine.done < 0) throw TypeError("already running");
        if (how || !machine.done) {
          machine.done = machine.done || -1;
          value = _resume(machine, how, value);
        } else value = void 0;
        return machine.raw ? value : { value: value, done: machine.done > 0 };
      });
    });
  }
  if (!generators[key]) {
    define(key, function () {
      return this;
    });
  }
  if (fn) fn.prototype = Object.create(generators);
  return fn || slot;
}
