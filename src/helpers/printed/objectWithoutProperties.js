function _objectWithoutProperties(source, excluded) {
  return _copyDataProperties({}, _requireObjectCoercible(source), excluded);
}
