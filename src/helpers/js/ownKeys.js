// [[OwnPropertyKeys]] (ES2018 9.1.11).
function _ownKeys(object) {
  if (typeof Reflect === "object" && Reflect.ownKeys) return Reflect.ownKeys(object);
  var keys = _Object.getOwnPropertyNames(object);
  return _Object.getOwnPropertySymbols ? keys.concat(_Object.getOwnPropertySymbols(object)) : keys;
}
