// The lookup in OrdinaryGet and OrdinarySet (ES2018 9.1.8.1, 9.1.9.1): the descriptor of the nearest property.
function _findProperty(object, key) {
  var property;
  do {
    property = Object.getOwnPropertyDescriptor(object, key);
  } while (!property && (object = Object.getPrototypeOf(object)));
  return property;
}
