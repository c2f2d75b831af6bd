// PutValue of super[key] (ES2018 12.3.5.3, 6.2.4.9): [[Set]] of the prototype of home, with this as the receiver.
function _superSet(home, key, value, receiver, strict) {
  var object = ![].__proto__ && home.__proto__ || Object.getPrototypeOf(home);

  // OrdinarySetWithOwnDescriptor (ES2018 9.1.9.2).
  function set() {
    key = _toPropertyKey(key);
    var property = _findProperty(object, key);
    if (property && !property.writable) {
      if (property.set) property.set.call(receiver, value);
      return !!property.set;
    }
    if (Object(receiver) !== receiver) return false;
    var own = Object.getOwnPropertyDescriptor(receiver, key);
    if (own ? !own.writable : !Object.isExtensible(receiver)) return false;
    if (own) Object.defineProperty(receiver, key, { value: value });
    else _defineProperty(receiver, key, value);
    return true;
  }

  // Duktape has Reflect.set, and refuses a receiver.
  if (!(typeof Reflect === "object" && [].values ? Reflect.set(object, key, value, receiver) : set()) && strict) {
    throw TypeError("Cannot assign to property " + String(key) + " of super");
  }
  return value;
}
