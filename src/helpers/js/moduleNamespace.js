// A module namespace object (ES2018 9.4.6) of an ES module that was lowered: without a prototype, its names sorted, its
// values those that the module's variables have now. It is filled when it is first used, since modules that import each
// other have all their names by then. Without `Proxy` its properties are accessors.
function _moduleNamespace(module) {
  if (!module || !module.__esModule) return _interopNamespace(module);
  if (!Object.prototype.hasOwnProperty.call(module, "_namespace")) {
    Object.defineProperty(module, "_namespace", { value: typeof Proxy === "function" ? exotic() : fill() });
  }
  return module._namespace;

  function fill(target) {
    var namespace = target || Object.create(null);
    if (!Object.isExtensible(namespace)) return namespace;
    Object.keys(module).sort().forEach(function (name) {
      if (name === "__esModule") return;
      Object.defineProperty(namespace, name, target ? { enumerable: true, writable: true, value: void 0 } : {
        enumerable: true,
        get: function get() {
          return module[name];
        }
      });
    });
    if (typeof Symbol === "function" && Symbol.toStringTag) {
      Object.defineProperty(namespace, Symbol.toStringTag, { value: "Module" });
    }
    return Object.preventExtensions(namespace);
  }

  function exotic() {
    var traps = {
      get: function get(target, key) {
        var property = Reflect.getOwnPropertyDescriptor(target, key);
        return property && property.enumerable ? module[key] : property && property.value;
      },
      set: function set() {
        return false;
      },
      getOwnPropertyDescriptor: function getOwnPropertyDescriptor(target, key) {
        var property = Reflect.getOwnPropertyDescriptor(target, key);
        if (property && property.enumerable) property.value = module[key];
        return property;
      },
      defineProperty: function defineProperty(target, key, wanted) {
        var property = Reflect.getOwnPropertyDescriptor(target, key);
        if (!property || !property.enumerable) return Reflect.defineProperty(target, key, wanted);
        if (wanted.get || wanted.set || wanted.configurable) return false;
        if (wanted.enumerable === false || wanted.writable === false) return false;
        return !("value" in wanted) || Object.is(wanted.value, module[key]);
      }
    };
    ["getPrototypeOf", "setPrototypeOf", "isExtensible", "preventExtensions", "has", "deleteProperty", "ownKeys"].forEach(
      function (name) {
        traps[name] = Reflect[name];
      }
    );
    Object.keys(traps).forEach(function (name) {
      var trap = traps[name];
      traps[name] = function (target, key, value) {
        fill(target);
        return trap(target, key, value);
      };
    });
    return new Proxy(Object.create(null), traps);
  }
}
