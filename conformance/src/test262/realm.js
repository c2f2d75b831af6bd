// What test262 finds in a realm beside the language (INTERPRETING.md, "Host-Defined Functions"): `print` and `$262`.
// Called with the functions of the host, each of them wrapped here, so that it runs in this realm, and with the `$262`
// of further realms, which `createRealm` hands out. Returns what names an error: its constructor, and its text.
//
// The host refuses strings with lone surrogates: they become \uXXXX. Built-ins are taken before a test can replace them.
(function (host, realms) {
  var global = this;
  var toString = String;
  var uncurry = Function.prototype.bind.bind(Function.prototype.call);
  var replace = uncurry(String.prototype.replace);
  var charCodeAt = uncurry(String.prototype.charCodeAt);
  var toHex = uncurry(Number.prototype.toString);
  var shift = uncurry(Array.prototype.shift);

  function wellFormed(text) {
    return replace(toString(text), /[\ud800-\udfff]/g, function (unit) {
      return "\\u" + toHex(charCodeAt(unit, 0), 16);
    });
  }

  function define(name, value) {
    Object.defineProperty(global, name, { value: value, writable: true, enumerable: false, configurable: true });
  }

  define("print", function print(text) {
    host.print(wellFormed(text));
  });

  define("$262", {
    createRealm: function createRealm() {
      if (realms.length === 0) throw new Error("the runner has no further realm");
      return shift(realms);
    },
    detachArrayBuffer: function detachArrayBuffer(buffer) {
      host.detachArrayBuffer(buffer);
    },
    evalScript: function evalScript(code) {
      return host.evalScript(code);
    },
    gc: function gc() {
      host.gc();
    },
    global: global
  });

  return function describe(error) {
    var isObject = (typeof error === "object" && error !== null) || typeof error === "function";
    if (!isObject) return [typeof error, wellFormed(error)];
    var name = wellFormed(error.constructor && error.constructor.name);
    return [name, name + ": " + wellFormed(error.message)];
  };
});
