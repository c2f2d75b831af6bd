// [[OwnPropertyKeys]] (ES2018 9.1.11).
function _ownKeys(object) {
  if (typeof Reflect === "object" && Reflect.ownKeys) return Reflect.ownKeys(object);
  var keys = Object.getOwnPropertyNames(object);
  return Object.getOwnPropertySymbols ? keys.concat(Object.getOwnPropertySymbols(object)) : keys;
}
