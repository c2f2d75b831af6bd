// What `import * as` gives of a CommonJS module in Node: its properties, live, and what `require` gives as the default, whatever
// it says of itself.
function _nodeNamespace(module) {
  var namespace = Object.create(null);
  if (Object(module) === module) {
    Object.keys(module).forEach(function (key) {
      Object.defineProperty(namespace, key, {
        enumerable: true,
        configurable: true,
        get: function () {
          return module[key];
        }
      });
    });
  }
  return Object.defineProperty(namespace, "default", { enumerable: true, configurable: true, value: module });
}
