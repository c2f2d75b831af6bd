// What super() of the class C calls on the new instance: the parent, if it is an ES5 function. A native class, or what looks
// whether `new` calls it, must make an object of its own; so must what is no constructor fail.
function _callable(Super, C) {
  var construct;
  if (Super && !/^class|(native|bound) code|new\.target|\[object F/.test(_functionText.call(Super))) return Super;
  try {
    // Duktape has Reflect.construct and refuses a newTarget.
    construct = Object.getPrototypeOf(Reflect.construct(Object, [], C)) === C.prototype;
  } catch (unsupported) {}
  return function () {
    // The constructor of Object would give back its argument.
    if (Super === Object) return this;
    var prototype = Object.getPrototypeOf(this), result = construct
      ? Reflect.construct(Super, arguments, prototype === C.prototype ? C : this.constructor)
      : new (Function.prototype.bind.apply(Super, [null].concat([].slice.call(arguments))))();
    if (Object.getPrototypeOf(_setPrototypeOf(result, prototype)) === prototype) return result;
    // Where a prototype can't be set, the new object gets what the native one has.
    Object.getOwnPropertyNames(result).concat("length").forEach(function (key) {
      if (key in result) this[key] = result[key];
    }, this);
  };
}
