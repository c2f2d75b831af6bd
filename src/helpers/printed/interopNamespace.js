function _interopNamespace(module) {
  if (module && module.__esModule) return module;
  var namespace = _Object.create(null);
  if (module && (typeof module === "object" || typeof module === "function")) {
    _Object.keys(module).forEach(function(key) {
      _Object.defineProperty(namespace, key, {
        enumerable: true,
        configurable: true,
        get: function get() {
          return module[key];
        }
      });
    });
  }
  return _Object.defineProperty(namespace, "default", {
    enumerable: true,
    value: module
  });
}
