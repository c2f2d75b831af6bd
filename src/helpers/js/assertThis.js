// GetThisBinding (ES2018 8.1.1.3.4) in the constructor of a derived class: a ReferenceError before super().
function _assertThis(instance) {
  if (instance === void 0) throw new ReferenceError("this can't be used before super()");
  return instance;
}
