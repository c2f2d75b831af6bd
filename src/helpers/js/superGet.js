// GetValue of super[key] (ES2018 12.3.5.3, 6.2.4.8): [[Get]] of the prototype of home, with this as the receiver. Where an engine
// can't set the prototype of a class, the class holds it as `__proto__`. Duktape has Reflect.get, and refuses a receiver.
function _superGet(home, key, receiver) {
  var object = ![].__proto__ && home.__proto__ || Object.getPrototypeOf(home), property;
  if (typeof Reflect === "object" && [].values) return Reflect.get(object, key, receiver);
  do property = Object.getOwnPropertyDescriptor(object, key);
  while (!property && (object = Object.getPrototypeOf(object)));
  return property && (property.get ? property.get.call(receiver) : property.value);
}
