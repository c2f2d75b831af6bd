// PropertyDefinitionEvaluation (ES2018 12.2.6.8) of ...source, onto an object that has data properties only and inherits
// from Object.prototype. There, to set a property is to define it, but for __proto__.
var _objectSpread = (function () {
  var hasOwn = _Object.prototype.hasOwnProperty;
  var assign = _Object.assign;

  // Duktape's looks at all properties before it reads the first.
  var hiding = { a: 1, b: 2 };
  _Object.defineProperty(hiding, "a", {
    get: function get() {
      _Object.defineProperty(this, "b", { enumerable: false });
    }
  });
  if (!assign || "b" in assign({}, hiding)) return _copyDataProperties;

  return function (target, source) {
    if (source === void 0 || source === null) return target;
    return hasOwn.call(source, "__proto__") ? _copyDataProperties(target, source) : assign(target, source);
  };
})();
