function _asyncGenerator(fn, receiver, body, regions) {
  var prototype = fn.prototype;
  if (prototype === null || typeof prototype !== "object" && typeof prototype !== "function") {
    prototype = _Object.getPrototypeOf(fn).prototype;
  } else if (receiver instanceof fn && !_Object.prototype.hasOwnProperty.call(receiver, "_generator")) {
    throw new _TypeError("an async generator function is not a constructor");
  }
  var generator = _Object.create(prototype);
  return _Object.defineProperty(generator, "_generator", {
    value: new _AsyncQueue(new _Machine(body, regions))
  });
}
