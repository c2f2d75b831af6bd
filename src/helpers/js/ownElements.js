// The elements that a cursor has left (ES2018 12.2.5.2, 13.3.3.6), without `noPrototypeSetters`: a new array that has them as
// properties of its own, whatever setters Array.prototype has. That takes long, so others push.
function _ownElements(cursor) {
  return cursor.rest(function (values, value) {
    Object.defineProperty(values, values.length, { value: value, writable: true, enumerable: true, configurable: true });
  });
}
