// CreateDataProperty (ES2018 7.3.4). An assignment does the same if it meets no property, own or inherited; a key that is an
// object must be converted once.
function _defineProperty(object, key, value) {
  if (Object(key) === key || key in object) {
    Object.defineProperty(object, key, { value: value, writable: true, enumerable: true, configurable: true });
  } else object[key] = value;
  return object;
}
