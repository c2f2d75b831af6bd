// The same for a class that may be given another parent: what tells super() what to call.
function _link(C, Super) {
  var constructor = _inherits(C, Super);
  return { C: C, parent: Object.getPrototypeOf(C), constructor: constructor };
}
