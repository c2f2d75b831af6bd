var _parent = (function() {
  var getPrototypeOf = _Object.getPrototypeOf;
  return function(link) {
    if (getPrototypeOf(link.C) !== link.parent) {
      var current = _parentLink(link.C);
      link.parent = current.parent;
      link.constructor = current.constructor;
    }
    return link.constructor;
  };
})();
