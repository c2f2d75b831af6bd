// `export * from`: everything that the module exports by a name which `exports` does not have yet, but no default.
function _exportStar(module, exports) {
  if (!module || (typeof module !== "object" && typeof module !== "function")) return;
  _Object.keys(module).forEach(function (key) {
    if (key === "default" || key === "__esModule" || _Object.prototype.hasOwnProperty.call(exports, key)) return;
    _Object.defineProperty(exports, key, {
      enumerable: true,
      get: function get() {
        return module[key];
      }
    });
  });
}
