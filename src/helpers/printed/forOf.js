var _forOf = (function() {
  var isArray = Array.isArray;
  var native = symbol();
  function symbol() {
    return typeof Symbol === "function" && Symbol.iterator;
  }
  function key() {
    return native || symbol() || "@@iterator";
  }
  var values = [][key()];
  var prototype = values && _Object.getPrototypeOf(values.call([]));
  var next = prototype && prototype.next;
  function builtin(x) {
    var kind = _Object.prototype.toString.call(x);
    if (/(Arguments|Array)\]$/.test(kind)) return;
    if (kind === "[object String]") return new _ListCursor(codePoints(String(x)));
    if (typeof Symbol !== "function" && typeof x.next === "function") return new _Cursor(x);
    throw new _TypeError(kind + " is not iterable");
  }
  function codePoints(string) {
    return /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(string) ? string.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g) : string.split("");
  }
  return function(x) {
    var isList = isArray(x);
    if (!isList && (x === void 0 || x === null)) throw new _TypeError(x + " is not iterable");
    var method = x[native || key()];
    if (isList && method === values && (!method || prototype.next === next && !prototype["return"])) return;
    if (method === void 0 && !values) return builtin(x);
    if (typeof method !== "function") throw new _TypeError(typeof x + " is not iterable");
    return new _Cursor(method.call(x));
  };
})();
