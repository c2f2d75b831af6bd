// %ThrowTypeError% (ES2018 9.4.4.6): what `arguments.callee` is where parameters have defaults, patterns or a rest.
function _calleeError() {
  throw new TypeError("'callee' is in the arguments of functions with plain parameters only");
}
