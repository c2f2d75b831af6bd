// new.target (ES2018 12.3.8) of the function `fn` that was called on `instance`: what `new` made has fn's prototype, or
// that of a constructor which inherits from it.
function _newTarget(instance, fn) {
  var prototype = fn.prototype;
  if (Object(instance) !== instance || Object(prototype) !== prototype) return void 0;
  if (Object.getPrototypeOf(instance) === prototype) return fn;
  if (Object.prototype.isPrototypeOf.call(prototype, instance)) return instance.constructor;
}
