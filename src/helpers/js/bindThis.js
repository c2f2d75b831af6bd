// BindThisValue (ES2018 8.1.1.3.1): `this` is what the parent constructor gave back, if that is an object, else the
// instance that it was called on. It can be bound once.
function _bindThis(result, instance, bound) {
  if (bound) throw new _ReferenceError("super() may be called only once");
  return result !== null && (typeof result === "object" || typeof result === "function") ? result : instance;
}
