// PropertyDefinitionEvaluation (ES2018 14.3.8) of get and set: one that is undefined leaves its counterpart as it is.
function _defineAccessor(object, key, getter, setter) {
  var descriptor = { enumerable: true, configurable: true };
  if (getter) descriptor.get = getter;
  if (setter) descriptor.set = setter;
  return Object.defineProperty(object, key, descriptor);
}
