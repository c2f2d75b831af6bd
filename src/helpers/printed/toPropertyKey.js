function _toPropertyKey(value) {
  if (typeof value === "string" || typeof value === "symbol") return value;
  if (typeof value === "number" || !_Object.getOwnPropertySymbols) return String(value);
  var holder = _Object.defineProperty({}, value, {});
  return _Object.getOwnPropertyNames(holder).concat(_Object.getOwnPropertySymbols(holder))[0];
}
