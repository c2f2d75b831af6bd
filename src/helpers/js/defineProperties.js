// PropertyDefinitionEvaluation (ES2018 12.2.6.8) of ...source, onto any object: what is in the way is replaced.
function _defineProperties(target, source) {
  return source === void 0 || source === null ? target : _copyDataProperties(target, source);
}
