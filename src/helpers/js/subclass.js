// ClassDefinitionEvaluation (ES2018 14.6.13) of `extends`, for a parent that super() calls as a function; `prototype` is its
// prototype, if that was read already. Where an engine can't set the prototype of a function, static members are copied, and
// `super` finds the parent by `__proto__`.
function _subclass(C, Super, prototype) {
  C.prototype = Object.create(prototype === void 0 ? Super && Super.prototype : prototype, {
    constructor: { value: C, writable: true, configurable: true }
  });
  if (Super && Object.getPrototypeOf(_setPrototypeOf(C, Super)) !== Super) {
    Object.getOwnPropertyNames(Super).forEach(function (key) {
      if (!(key in C)) Object.defineProperty(C, key, Object.getOwnPropertyDescriptor(Super, key));
    });
    Object.defineProperty(C, "__proto__", { value: Super, configurable: true });
  }
  return Super;
}
