// BindThisValue (ES2018 8.1.1.3.1): `this` is what the parent constructor gave back, if that is an object, else the
// instance that it was called on.
function _bindThis(result, instance) {
  return result && Object(result) === result ? result : instance;
}
