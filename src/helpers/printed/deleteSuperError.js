function _deleteSuperError() {
  throw new _ReferenceError("a property of super can't be deleted");
}
