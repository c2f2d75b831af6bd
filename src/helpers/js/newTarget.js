// new.target (ES2018 12.3.8) of the function `fn` that was called on `instance`: what `new` made has fn's prototype, or
// that of a constructor which inherits from it.
function _newTarget(instance, fn) {
  if (!(instance instanceof fn)) return void 0;
  return Object.getPrototypeOf(instance) === fn.prototype ? fn : instance.constructor;
}
