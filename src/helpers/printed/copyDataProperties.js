var _copyDataProperties = (function() {
  var propertyIsEnumerable = _Object.prototype.propertyIsEnumerable;
  return function(target, source, excluded) {
    if (source === void 0 || source === null) return target;
    source = _Object(source);
    var isEnumerable = propertyIsEnumerable;
    for(var keys = _ownKeys(source), i = 0; i < keys.length; i++){
      var key = keys[i];
      if (excluded && excluded.indexOf(key) >= 0 || !isEnumerable.call(source, key)) continue;
      if (key in target) _defineProperty(target, key, source[key]);
      else target[key] = source[key];
    }
    return target;
  };
})();
