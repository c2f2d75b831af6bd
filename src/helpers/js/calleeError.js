// %ThrowTypeError% (ES2018 9.4.4.6): what `arguments.callee` is where parameters have defaults, patterns or a rest.
function _calleeError() {
  throw new _TypeError("'callee' is in the arguments of functions with plain parameters only");
}
