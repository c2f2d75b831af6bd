// Whether the engine's arrays have iterators, before the program could do anything about it.
var _hasIterators = /*#__PURE__*/ function () {
  return typeof Symbol === "function" && !![][Symbol.iterator];
}();
