function _subclass(C, Super) {
  var constructor = {
    value: C,
    writable: true,
    configurable: true
  };
  C.prototype = _Object.create(Super && Super.prototype, {
    constructor: constructor
  });
  if (Super === null || _Object.getPrototypeOf(_setPrototypeOf(C, Super)) === Super) return Super;
  for(var keys = _Object.getOwnPropertyNames(Super), i = 0; i < keys.length; i++){
    if (!(keys[i] in C) && !/^(arguments|caller)$/.test(keys[i])) {
      _Object.defineProperty(C, keys[i], _Object.getOwnPropertyDescriptor(Super, keys[i]));
    }
  }
  return Super;
}
