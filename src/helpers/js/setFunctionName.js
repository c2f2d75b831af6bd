// SetFunctionName (ES2018 9.2.11). Where an engine does not let names be redefined, as ES5.1 allows, they stay.
function _setFunctionName(fn, name, prefix) {
  if (typeof name === "symbol" || name && typeof name === "object") {
    var description = name.description;
    if (description === void 0) description = String(name).slice(7, -1) || void 0;
    name = description === void 0 ? "" : "[" + description + "]";
  }
  try {
    Object.defineProperty(fn, "name", { value: (prefix ? prefix + " " : "") + name, configurable: true });
  } catch (ignored) {}
  return fn;
}
