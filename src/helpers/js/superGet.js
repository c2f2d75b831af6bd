// GetValue of super[key] (ES2018 12.3.5.3, 6.2.4.8): [[Get]] of the prototype of home, with this as the receiver.
var _superGet = (function () {
  var getPrototypeOf = _Object.getPrototypeOf;
  var getOwnPropertyDescriptor = _Object.getOwnPropertyDescriptor;

  // OrdinaryGet (ES2018 9.1.8.1).
  function superGet(home, key, receiver) {
    var object = getPrototypeOf(home), property;
    if (typeof key !== "string") key = _toPropertyKey(key);
    do {
      property = getOwnPropertyDescriptor(object, key);
    } while (!property && (object = getPrototypeOf(object)));
    return property && (property.get ? property.get.call(receiver) : property.value);
  }

  // Duktape has Reflect.get and refuses a receiver.
  try {
    var get = Reflect.get;
    get({}, "", superGet);
    return function (home, key, receiver) {
      return get(getPrototypeOf(home), key, receiver);
    };
  } catch (unsupported) {
    return superGet;
  }
})();
