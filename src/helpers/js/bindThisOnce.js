// The same where super() may have been called before.
function _bindThisOnce(result, instance, bound) {
  if (bound) throw ReferenceError("super() may be called only once");
  return _bindThis(result, instance);
}
