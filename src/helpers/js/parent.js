// GetSuperConstructor (ES2018 12.3.5.2): what super() calls, as long as the class keeps its parent.
function _parent(link) {
  var parent = Object.getPrototypeOf(link.C);
  return parent === link.parent ? link.constructor : _callable(parent, link.C);
}
