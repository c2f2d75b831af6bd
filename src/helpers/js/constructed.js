// [[Construct]] (ES2018 9.2.2) of a derived class, steps 13 to 15: an object that was returned, else `this`.
function _constructed(result, instance) {
  if (Object(result) === result) return result;
  if (result !== void 0) throw TypeError("a derived constructor may return an object or undefined");
  return _assertThis(instance);
}
