function _calleeError(){throw new TypeError("'callee' is in the arguments of functions with plain parameters only")}
