// `export * from`: everything that the module exports by a name which `exports` does not have yet, but no default.
function _exportStar(module, exports) {
  if (Object(module) !== module) return;
  Object.keys(module).forEach(function (key) {
    if (key === "default" || {}.hasOwnProperty.call(exports, key)) return;
    Object.defineProperty(exports, key, {
      enumerable: true,
      get: function () {
        return module[key];
      }
    });
  });
}
