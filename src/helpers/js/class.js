// The end of ClassDefinitionEvaluation (ES2018 14.6.13): the property prototype can't be written.
function _class(C) {
  return _Object.defineProperty(C, "prototype", { writable: false });
}
