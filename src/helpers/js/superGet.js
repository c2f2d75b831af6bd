// GetValue of super[key] (ES2018 12.3.5.3, 6.2.4.8): [[Get]] of the prototype of home, with this as the receiver.
var _superGet = (function () {
  function get(object, key, receiver) {
    var property = _findProperty(object, _toPropertyKey(key));
    return property && (property.get ? property.get.call(receiver) : property.value);
  }

  // Duktape has Reflect.get and refuses a receiver.
  try {
    Reflect.get({}, "", get);
    get = Reflect.get;
  } catch (unsupported) {}

  return function (home, key, receiver) {
    return get(_Object.getPrototypeOf(home), key, receiver);
  };
})();
