function _calleeError() {
  throw new _TypeError("'callee' is in the arguments of functions with plain parameters only");
}
