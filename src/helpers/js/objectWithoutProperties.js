// RestBindingInitialization (ES2018 13.3.3.7): what an object pattern leaves of source.
function _objectWithoutProperties(source, excluded) {
  return _copyDataProperties({}, _requireObjectCoercible(source), excluded);
}
