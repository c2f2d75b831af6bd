// RestBindingInitialization (ES2018 13.3.3.7): what an object pattern leaves of source. The new object inherits nothing that
// an assignment could meet but __proto__, which is defined before it is set.
function _objectWithoutProperties(source, excluded) {
  if (source == null) throw TypeError("Cannot destructure " + source);
  source = Object(source);
  var rest = {}, keys = Object.getOwnPropertyNames(source), symbols = Object.getOwnPropertySymbols, i = 0, key;
  if (symbols && (symbols = symbols(source)).length) keys = keys.concat(symbols);
  for (; i < keys.length;) {
    key = keys[i++];
    if (excluded.indexOf(key) < 0 && {}.propertyIsEnumerable.call(source, key)) {
      if (key === "__proto__") Object.defineProperty(rest, key, { writable: true, enumerable: true, configurable: true });
      rest[key] = source[key];
    }
  }
  return rest;
}
