// delete super[key] (ES2018 12.5.3.2): a ReferenceError once the key was evaluated.
function _deleteSuperError() {
  throw new ReferenceError("a property of super can't be deleted");
}
