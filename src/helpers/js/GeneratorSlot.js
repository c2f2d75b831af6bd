// The internal slots of generator objects (ES2018 25.4.2): the key of the machine that runs them, the same in all files.
// A property with a symbol is found by nobody who looks for names, and made faster than one that is not enumerable.
var _GeneratorSlot =
  typeof Symbol === "function" && typeof Symbol.iterator === "symbol" ? Symbol["for"]("generator") : "_generator";
