var _ownKeys = typeof Reflect === "object" && Reflect.ownKeys || function(object) {
  var keys = _Object.getOwnPropertyNames(object);
  return _Object.getOwnPropertySymbols ? keys.concat(_Object.getOwnPropertySymbols(object)) : keys;
};
