function _bindThis(result, instance, bound) {
  if (bound) throw new _ReferenceError("super() may be called only once");
  return result !== null && (typeof result === "object" || typeof result === "function") ? result : instance;
}
