// Type(value) is Object (ES2018 6.1.7).
function _isObject(value) {
  return value !== null && (typeof value === "object" || typeof value === "function");
}
