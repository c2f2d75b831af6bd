// What `import * as` gives: the exports of an ES module that was lowered, or an object with the properties of what
// `require` gives, live, and with that as its `default`.
function _interopNamespace(module) {
  if (module && module.__esModule) return module;
  var namespace = Object.create(null);
  if (module && (typeof module === "object" || typeof module === "function")) {
    Object.keys(module).forEach(function (key) {
      Object.defineProperty(namespace, key, {
        enumerable: true,
        configurable: true,
        get: function get() {
          return module[key];
        }
      });
    });
  }
  return Object.defineProperty(namespace, "default", { enumerable: true, value: module });
}
