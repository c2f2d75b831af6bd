function _objectWithoutKeys(source, excluded) {
  var rest = {};
  var hasOwn = _Object.prototype.hasOwnProperty;
  source = _Object(_requireObjectCoercible(source));
  for(var key in source){
    if (excluded.indexOf(key) >= 0 || !hasOwn.call(source, key)) continue;
    if (key in rest) _defineProperty(rest, key, source[key]);
    else rest[key] = source[key];
  }
  return rest;
}
