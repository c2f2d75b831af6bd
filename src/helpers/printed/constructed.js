function _constructed(result, instance) {
  if (_isObject(result)) return result;
  if (result !== void 0) throw new _TypeError("a derived constructor may return an object or undefined");
  return _assertThis(instance);
}
