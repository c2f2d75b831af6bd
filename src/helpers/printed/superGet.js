var _superGet = (function() {
  var getPrototypeOf = _Object.getPrototypeOf;
  var getOwnPropertyDescriptor = _Object.getOwnPropertyDescriptor;
  function superGet(home, key, receiver) {
    var object = getPrototypeOf(home), property;
    if (typeof key !== "string") key = _toPropertyKey(key);
    do {
      property = getOwnPropertyDescriptor(object, key);
    }while (!property && (object = getPrototypeOf(object)));
    return property && (property.get ? property.get.call(receiver) : property.value);
  }
  try {
    var get = Reflect.get;
    get({}, "", superGet);
    return function(home, key, receiver) {
      return get(getPrototypeOf(home), key, receiver);
    };
  } catch (unsupported) {
    return superGet;
  }
})();
