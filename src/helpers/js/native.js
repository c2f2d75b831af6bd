// What super() of the class C calls on the new instance, for a native parent: it makes an object of its own.
function _native(Super, C) {
  var construct;
  try {
    // Duktape has Reflect.construct and refuses a newTarget.
    construct = Object.getPrototypeOf(Reflect.construct(Object, [], C)) === C.prototype;
  } catch (unsupported) {}
  return function () {
    // The constructor of Object would give back its argument.
    if (Super === Object) return this;
    var prototype = Object.getPrototypeOf(this), result = construct
      ? Reflect.construct(Super, arguments, prototype === C.prototype ? C : this.constructor)
      : new (_native.bind.apply(Super, [0].concat([].slice.call(arguments))))();
    if (Object.getPrototypeOf(_setPrototypeOf(result, prototype)) === prototype) return result;
    // Where a prototype can't be set, the new object gets what the native one has.
    Object.getOwnPropertyNames(result).concat("length").forEach(function (key) {
      if (key in result) this[key] = result[key];
    }, this);
  };
}
