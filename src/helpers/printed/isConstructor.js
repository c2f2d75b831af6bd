function _isConstructor(value) {
  if (typeof value !== "function") return false;
  var property = _Object.getOwnPropertyDescriptor(value, "prototype");
  if (property && property.value && property.value.constructor === value || typeof Proxy !== "function") return true;
  var isConstructor = true;
  try {
    new (new Proxy(value, {
      construct: Object
    }))();
  } catch (error) {
    isConstructor = false;
  }
  return isConstructor;
}
