// [[Call]] (ES2018 9.2.1) of a class constructor: a TypeError, unless `new` or super() calls it on an instance, an object that
// inherits from its prototype. V8 is several times as slow with `{}.isPrototypeOf`.
function _checkNew(instance, C) {
  if (![].isPrototypeOf.call(C.prototype, instance)) throw TypeError("needs new");
}
