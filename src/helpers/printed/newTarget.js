function _newTarget(instance, fn) {
  var prototype = fn.prototype;
  if (_Object(instance) !== instance || _Object(prototype) !== prototype) return void 0;
  if (_Object.getPrototypeOf(instance) === prototype) return fn;
  if (_Object.prototype.isPrototypeOf.call(prototype, instance)) return instance.constructor;
}
