// ClassDefinitionEvaluation (ES2018 14.6.13) of `extends`. Returns a function that gives what super() calls.
function _inherits(C, Super) {
  if (Super !== null && !_isConstructor(Super)) throw new _TypeError("a class can only extend a constructor or null");
  var parent = Super && Super.prototype;
  if (parent !== null && !_isObject(parent)) throw new _TypeError("the prototype of a parent is an object or null");
  C.prototype = _Object.create(parent, { constructor: { value: C, writable: true, configurable: true } });
  if (Super === null) return _superConstructor(C);
  _setPrototypeOf(C, Super);
  if (_Object.getPrototypeOf(C) === Super) return _superConstructor(C);
  // Where a prototype can't be set, static members are copied.
  for (var keys = _Object.getOwnPropertyNames(Super), i = 0; i < keys.length; i++) {
    if (!C.hasOwnProperty(keys[i]) && !/^(arguments|caller|name)$/.test(keys[i])) {
      _Object.defineProperty(C, keys[i], _Object.getOwnPropertyDescriptor(Super, keys[i]));
    }
  }
  return _superConstructor(C, Super);
}
