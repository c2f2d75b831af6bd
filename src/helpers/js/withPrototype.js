// `__proto__: value` at the beginning of an object literal (ES2018 B.3.1): what is no object and not null is ignored.
function _withPrototype(prototype, literal) {
  if (prototype !== null && Object(prototype) !== prototype) return literal;
  var object = Object.create(prototype);
  Object.getOwnPropertyNames(literal).forEach(function (name) {
    Object.defineProperty(object, name, Object.getOwnPropertyDescriptor(literal, name));
  });
  return object;
}
