// Whether the engine's arrays have iterators, before the program could do anything about it.
var _hasIterators = typeof Symbol === "function" && !![][Symbol.iterator];
