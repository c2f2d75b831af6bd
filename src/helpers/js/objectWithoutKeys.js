// RestBindingInitialization (ES2018 13.3.3.7): what an object pattern leaves of source, which has no symbols. `__proto__` is
// defined before it is set.
function _objectWithoutKeys(source, excluded) {
  if (source == null) throw TypeError("Cannot destructure " + source);
  var rest = {}, key;
  for (key in source = Object(source)) {
    if (excluded.indexOf(key) < 0 && {}.hasOwnProperty.call(source, key)) {
      if (key === "__proto__") Object.defineProperty(rest, key, { writable: true, enumerable: true, configurable: true });
      rest[key] = source[key];
    }
  }
  return rest;
}
