// RestBindingInitialization (ES2018 13.3.3.7): what an object pattern leaves of source, which has no symbols.
function _objectWithoutKeys(source, excluded) {
  var rest = {};
  source = _Object(_requireObjectCoercible(source));
  for (var key in source) {
    if (_Object.prototype.hasOwnProperty.call(source, key) && excluded.indexOf(key) < 0) _defineProperty(rest, key, source[key]);
  }
  return rest;
}
