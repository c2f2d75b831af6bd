// GetSuperConstructor (ES2018 12.3.5.2): what super() calls, as long as the class keeps its parent.
function _parent(link) {
  if (_Object.getPrototypeOf(link.C) !== link.parent) {
    var current = _parentLink(link.C);
    link.parent = current.parent;
    link.constructor = current.constructor;
  }
  return link.constructor;
}
