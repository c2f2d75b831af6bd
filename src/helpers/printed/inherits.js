function _inherits(C, Super) {
  if (Super !== null && !_isConstructor(Super)) throw new _TypeError("a class can only extend a constructor or null");
  var prototype = Super && Super.prototype;
  if (prototype !== null && !_isObject(prototype)) {
    throw new _TypeError("the prototype of a parent is an object or null");
  }
  C.prototype = _Object.create(prototype, {
    constructor: {
      value: C,
      writable: true,
      configurable: true
    }
  });
  if (Super === null) return _parentLink(C);
  _setPrototypeOf(C, Super);
  if (_Object.getPrototypeOf(C) === Super) return _parentLink(C);
  for(var keys = _Object.getOwnPropertyNames(Super), i = 0; i < keys.length; i++){
    if (!(keys[i] in C) && !/^(arguments|caller)$/.test(keys[i])) {
      _Object.defineProperty(C, keys[i], _Object.getOwnPropertyDescriptor(Super, keys[i]));
    }
  }
  return _parentLink(C, Super);
}
