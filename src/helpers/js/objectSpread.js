// PropertyDefinitionEvaluation (ES2018 12.2.6.8) of ...source.
function _objectSpread(target, source) {
  return source === void 0 || source === null ? target : _copyDataProperties(target, source);
}
