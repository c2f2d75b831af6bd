// ToPropertyKey (ES2018 7.1.14): a string or a symbol. The engine converts, when it defines a property.
function _toPropertyKey(value) {
  if (typeof value === "string" || typeof value === "symbol") return value;
  if (typeof value === "number" || !Object.getOwnPropertySymbols) return String(value);
  var holder = Object.defineProperty({}, value, {});
  return Object.getOwnPropertyNames(holder).concat(Object.getOwnPropertySymbols(holder))[0];
}
