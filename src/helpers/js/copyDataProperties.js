// CopyDataProperties (ES2018 7.3.23): a getter may change what comes after it, so each key is looked at in its turn.
function _copyDataProperties(target, source) {
  source = Object(source);
  for (var keys = _ownKeys(source), i = 0; i < keys.length; i++) {
    if ({}.propertyIsEnumerable.call(source, keys[i])) _defineProperty(target, keys[i], source[keys[i]]);
  }
  return target;
}
