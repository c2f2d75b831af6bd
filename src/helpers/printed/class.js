function _class(C) {
  _Object.create(_Object.defineProperty(C, "prototype", {
    writable: false
  }));
  return C;
}
