// What an iterator, and what its methods give, must be: an object.
function _iteratorResult(value) {
  if (Object(value) !== value) throw new TypeError("an iterator or its result is no object: " + String(value));
  return value;
}
