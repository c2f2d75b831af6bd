function _exportValues(module, exports) {
  if (!module || (typeof module !== "object" && typeof module !== "function")) return;
  _Object.keys(module).forEach(function(key) {
    if (key === "default" || key === "__esModule" || _Object.prototype.hasOwnProperty.call(exports, key)) return;
    exports[key] = module[key];
  });
}
