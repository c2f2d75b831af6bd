// The end of ClassDefinitionEvaluation (ES2018 14.6.13): the property prototype can't be written. That makes V8 store
// the properties of the function in a slow way, and `new` with it, until something has the function as its prototype.
function _class(C) {
  Object.create(Object.defineProperty(C, "prototype", { writable: false }));
  return C;
}
