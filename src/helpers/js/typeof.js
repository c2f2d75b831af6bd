// typeof (ES2018 12.5.5), where the symbols of a polyfill are objects.
function _typeof(value) {
  var type = typeof value;
  if (type !== "object" || !value || typeof Symbol !== "function" || typeof Symbol.iterator === "symbol") return type;
  return value.constructor === Symbol && value !== Symbol.prototype ? "symbol" : type;
}
