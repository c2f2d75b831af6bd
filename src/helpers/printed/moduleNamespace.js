function _moduleNamespace(module) {
  if (!module || !module.__esModule) return _interopNamespace(module);
  if (!_Object.prototype.hasOwnProperty.call(module, "_namespace")) {
    _Object.defineProperty(module, "_namespace", {
      value: typeof Proxy === "function" ? exotic() : fill()
    });
  }
  return module._namespace;
  function fill(target) {
    var namespace = target || _Object.create(null);
    if (!_Object.isExtensible(namespace)) return namespace;
    _Object.keys(module).sort().forEach(function(name) {
      if (name === "__esModule") return;
      _Object.defineProperty(namespace, name, target ? {
        enumerable: true,
        writable: true,
        value: void 0
      } : {
        enumerable: true,
        get: function get() {
          return module[name];
        }
      });
    });
    if (typeof Symbol === "function" && Symbol.toStringTag) {
      _Object.defineProperty(namespace, Symbol.toStringTag, {
        value: "Module"
      });
    }
    return _Object.preventExtensions(namespace);
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
        return !("value" in wanted) || _Object.is(wanted.value, module[key]);
      }
    };
    ["getPrototypeOf", "setPrototypeOf", "isExtensible", "preventExtensions", "has", "deleteProperty", "ownKeys"].forEach(function(name) {
      traps[name] = Reflect[name];
    });
    _Object.keys(traps).forEach(function(name) {
      var trap = traps[name];
      traps[name] = function(target, key, value) {
        fill(target);
        return trap(target, key, value);
      };
    });
    return new Proxy(_Object.create(null), traps);
  }
}
