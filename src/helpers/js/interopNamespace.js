// What `import * as` gives: the exports of an ES module that was lowered, or an object with the properties of what
// `require` gives, live, and with that as its `default`.
function _interopNamespace(module) {
  if (module && module.__esModule) return module;
  var namespace = _Object.create(null);
  if (module && (typeof module === "object" || typeof module === "function")) {
    _Object.keys(module).forEach(function (key) {
      _Object.defineProperty(namespace, key, {
        enumerable: true,
        configurable: true,
        get: function get() {
          return module[key];
        }
      });
    });
  }
  return _Object.defineProperty(namespace, "default", { enumerable: true, value: module });
}
