// GetBindingValue (ES2018 8.1.1.1.6) of a binding that is not initialized.
function _tdzError(name) {
  throw new ReferenceError("Cannot access '" + name + "' before initialization");
}
