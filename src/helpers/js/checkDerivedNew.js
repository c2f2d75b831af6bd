// The same where an instance may inherit from another prototype: the class derived from C was given another parent.
function _checkDerivedNew(instance, C) {
  if (!instance || ![].isPrototypeOf.call(C, instance.constructor)) _checkNew(instance, C);
}
