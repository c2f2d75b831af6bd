// Makes a function an async generator function (ES2018 25.3.3), as `_asGenerator` does for the others. By its slot,
// a generator holds the function that takes its requests.
function _asAsyncGenerator(fn) {
  var generators = _asAsyncGenerator.prototype, slot = _asAsyncGenerator.slot;
  var symbol = typeof Symbol === "function" && Symbol, key = symbol.asyncIterator || "@@asyncIterator";

  function define(key, value) {
    Object.defineProperty(generators, key, { value: value, writable: true });
  }

  if (!slot) {
    _asAsyncGenerator.slot = slot = symbol["for"] ? symbol["for"]("generator") : "_generator";
    // AsyncGeneratorEnqueue (ES2018 25.5.3.6).
    ["next", "throw", "return"].forEach(function (name, how) {
      define(name, function (value) {
        var generator = this;
        return new Promise(function (resolve, reject) {
          generator[slot](generator, how, value, resolve, reject);
        });
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
