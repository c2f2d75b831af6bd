var _objectSpread = (function() {
  var hasOwn = _Object.prototype.hasOwnProperty;
  var assign = _Object.assign;
  var hiding = {
    a: 1,
    b: 2
  };
  _Object.defineProperty(hiding, "a", {
    get: function get() {
      _Object.defineProperty(this, "b", {
        enumerable: false
      });
    }
  });
  if (!assign || "b" in assign({}, hiding)) return _copyDataProperties;
  return function(target, source) {
    if (source === void 0 || source === null) return target;
    return hasOwn.call(source, "__proto__") ? _copyDataProperties(target, source) : assign(target, source);
  };
})();
