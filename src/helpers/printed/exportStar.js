function _exportStar(module, exports) {
  if (!module || (typeof module !== "object" && typeof module !== "function")) return;
  _Object.keys(module).forEach(function(key) {
    if (key === "default" || key === "__esModule" || _Object.prototype.hasOwnProperty.call(exports, key)) return;
    if (module.__esModule && leadsBack(key)) return;
    _Object.defineProperty(exports, key, {
      enumerable: true,
      get: function get() {
        return module[key];
      }
    });
  });
  function leadsBack(key) {
    if (!_Object.getOwnPropertyDescriptor(module, key).get) return false;
    var isRead = false;
    _Object.defineProperty(exports, key, {
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
