// `export * from` a module whose exports keep their values.
function _exportValues(module, exports) {
  if (!module || (typeof module !== "object" && typeof module !== "function")) return;
  Object.keys(module).forEach(function (key) {
    if (key === "default" || key === "__esModule" || Object.prototype.hasOwnProperty.call(exports, key)) return;
    exports[key] = module[key];
  });
}
