function _toString(value) {
  return typeof value === "string" || typeof value === "number" ? "" + value : "".concat(value);
}
