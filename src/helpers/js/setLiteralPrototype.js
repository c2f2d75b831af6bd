// The same further on in a literal, whose object is there already. Where the engine can't change a prototype, nothing happens.
function _setLiteralPrototype(object, prototype) {
  return prototype === null || Object(prototype) === prototype ? _setPrototypeOf(object, prototype) : object;
}
