// RestBindingInitialization (ES2018 13.3.3.7): what an object pattern leaves of source, which has no symbols.
function _objectWithoutKeys(source, excluded) {
  var rest = {};
  var hasOwn = Object.prototype.hasOwnProperty;
  source = Object(_requireObjectCoercible(source));
  for (var key in source) {
    if (excluded.indexOf(key) >= 0 || !hasOwn.call(source, key)) continue;
    if (key in rest) _defineProperty(rest, key, source[key]);
    else rest[key] = source[key];
  }
  return rest;
}
