// `export * from` where there are several: a name that one module has only from this one, since the two import each
// other, may come from another.
function _exportStars(module, exports) {
  if (!module || (typeof module !== "object" && typeof module !== "function")) return;
  Object.keys(module).forEach(function (key) {
    if (key === "default" || key === "__esModule" || Object.prototype.hasOwnProperty.call(exports, key)) return;
    if (module.__esModule && leadsBack(key)) return;
    Object.defineProperty(exports, key, {
      enumerable: true,
      get: function get() {
        return module[key];
      }
    });
  });

  // Whether the module has only what it gets from `exports` by this name, since the two import each other.
  function leadsBack(key) {
    if (!Object.getOwnPropertyDescriptor(module, key).get) return false;
    var isRead = false;
    Object.defineProperty(exports, key, {
      configurable: true,
      get: function get() {
        isRead = true;
      }
    });
    try {
      module[key];
    } catch (ignored) {}
    delete exports[key];
    return isRead;
  }
}
