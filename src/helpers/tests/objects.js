function text(object) {
  return Object.getOwnPropertyNames(object).map(function (name) { return name + "=" + object[name]; }).join();
}
function property(object, key) {
  var p = Object.getOwnPropertyDescriptor(object, key);
  return [p.value, p.writable, p.enumerable, p.configurable].join();
}
var symbols = typeof Symbol === "function" && Object.getOwnPropertySymbols;

// Data properties.
var object = {};
same("returns the object", _defineProperty(object, "a", 1), object);
same("new", property(object, "a"), "1,true,true,true");
Object.defineProperty(object, "b", { value: 1, configurable: true });
same("redefined", property(_defineProperty(object, "b", 2), "b"), "2,true,true,true");
Object.defineProperty(object, "c", { set: function () { same("setter", "called", "not"); }, configurable: true });
same("accessor", property(_defineProperty(object, "c", 3), "c"), "3,true,true,true");
var heir = Object.create(Object.freeze({ frozen: 1 }));
same("inherited and read-only", property(_defineProperty(heir, "frozen", 2), "frozen"), "2,true,true,true");
same("inherited from Object", property(_defineProperty({}, "toString", 1), "toString"), "1,true,true,true");
object = _defineProperty({}, "__proto__", Array.prototype);
same("__proto__", property(object, "__proto__").replace(/^,/, ""), "true,true,true");
same("__proto__ changes nothing", Object.getPrototypeOf(object), Object.prototype);
same("number", property(_defineProperty({}, 1, "x"), "1"), "x,true,true,true");
var conversions = 0;
same("object as key", text(_defineProperty({}, { toString: function () { return "k" + ++conversions; } }, 1)), "k1=1");
throws("fixed property", "TypeError", function () { _defineProperty(Object.freeze({ a: 1 }), "a", 2); });

// Accessors.
function one() { return 1; }
function set(value) { this.seen = value; }
object = { x: 0 };
same("returns the object", _defineAccessor(object, "x", one), object);
same("getter over data", object.x, 1);
_defineAccessor(object, "x", void 0, set);
var accessor = Object.getOwnPropertyDescriptor(object, "x");
same("getter stays", accessor.get, one);
same("setter joins", accessor.set, set);
same("attributes", accessor.enumerable && accessor.configurable, true);
_defineAccessor(object, "x", function () { return 2; });
same("getter replaced", object.x, 2);
same("setter stays", Object.getOwnPropertyDescriptor(object, "x").set, set);
_defineAccessor(object, "y", one, set);
same("both", object.y, 1);
_defineAccessor(object, "__proto__", one);
same("accessor __proto__", Object.getPrototypeOf(object), Object.prototype);

// Spread.
object = {};
same("returns the target", _objectSpread(object, { a: 1 }), object);
same("returns the target, too", _copyDataProperties(object, { b: 1 }), object);
same("nothing to define", text(_copyDataProperties(_copyDataProperties({ a: 1 }, null), void 0)), "a=1");
same("nothing", text(_objectSpread(_objectSpread({ a: 1 }, null), void 0)), "a=1");
same("primitives", text(_objectSpread(_objectSpread({}, 1), true)), "");
same("string", text(_objectSpread({}, "ab")), "0=a,1=b");
same("array", text(_objectSpread({}, ["x", , "y"])), "0=x,2=y");
same("later wins, order stays", text(_objectSpread({ a: 1, b: 2 }, { c: 3, a: 4 })), "a=4,b=2,c=3");
heir = Object.create({ inherited: 1 });
heir.own = 1;
Object.defineProperty(heir, "hidden", { value: 1 });
same("own and enumerable", text(_objectSpread({}, heir)), "own=1");
object = {};
Object.defineProperty(object, "a", { set: function () { same("setter", "called", "not"); }, configurable: true });
same("target's setter", property(_copyDataProperties(object, { a: 1 }), "a"), "1,true,true,true");
object = Object.defineProperty({}, "__proto__", { value: 5, enumerable: true });
object = _objectSpread({}, object);
same("__proto__", property(object, "__proto__"), "5,true,true,true");
same("__proto__ changes nothing", Object.getPrototypeOf(object), Object.prototype);
var log;
function hiding() {
  log = [];
  return {
    get b() { log.push("b"); delete this.deleted; return 1; },
    get a() { log.push("a"); Object.defineProperty(this, "hidden", { enumerable: false }); return 2; },
    deleted: 1,
    hidden: 1,
    toString: 3
  };
}
same("getters", text(_copyDataProperties({}, hiding())), "b=1,a=2,toString=3");
same("getters, rest", text(_objectWithoutProperties(hiding(), [])), "b=1,a=2,toString=3");
// Where there are symbols, it is Object.assign of the engine, which in QuickJS looks at all properties first.
var assigned = typeof Symbol === "function" ? text(Object.assign({}, hiding())) : "b=1,a=2,toString=3";
same("getters, spread", text(_objectSpread({}, hiding())), assigned);
same("in order, once", log.join(), "b,a");
same("getter becomes data", property(_objectSpread({}, { get x() { return 1; } }), "x"), "1,true,true,true");
throws("getter throws", "RangeError", function () { _objectSpread({}, { get x() { throw new RangeError(); } }); });

// Rest.
same("rest", text(_objectWithoutProperties({ a: 1, b: 2, c: 3 }, ["b"])), "a=1,c=3");
same("index", text(_objectWithoutProperties(["x", "y"], ["0"])), "1=y");
same("string", text(_objectWithoutProperties("ab", [])), "0=a,1=b");
same("number", text(_objectWithoutProperties(1, [])), "");
throws("null", "TypeError", function () { _objectWithoutProperties(null, []); });
throws("undefined", "TypeError", function () { _objectWithoutProperties(void 0, []); });
object = { get excluded() { same("excluded getter", "called", "not"); }, b: 1 };
same("excluded getter", text(_objectWithoutProperties(object, ["excluded"])), "b=1");
same("inherited name", property(_objectWithoutProperties({ valueOf: 1 }, []), "valueOf"), "1,true,true,true");
object = Object.defineProperty({ a: 1 }, "__proto__", { value: 5, enumerable: true });
same("rest __proto__", property(_objectWithoutProperties(object, ["a"]), "__proto__"), "5,true,true,true");
same("rest without __proto__", text(_objectWithoutProperties(object, ["__proto__"])), "a=1");

// Object patterns.
[0, "", false, NaN, object].forEach(function (x) { same("coercible", _requireObjectCoercible(x), x); });
throws("null", "TypeError", function () { _requireObjectCoercible(null); });
throws("undefined", "TypeError", function () { _requireObjectCoercible(void 0); });

// Keys.
[["a", "a"], [1, "1"], [-0, "0"], [1.5, "1.5"], [void 0, "undefined"], [null, "null"], [true, "true"], ["", ""],
  [[], ""], [[1, 2], "1,2"], [{}, "[object Object]"], ["__proto__", "__proto__"], [["__proto__"], "__proto__"],
  [{ toString: function () { return "s"; }, valueOf: function () { return "v"; } }, "s"],
  [{ toString: void 0, valueOf: function () { return 7; } }, "7"],
  [{ toString: function () { return {}; }, valueOf: function () { return null; } }, "null"]
].forEach(function (pair) { same("key", _toPropertyKey(pair[0]), pair[1]); });
throws("key has no primitive", "TypeError", function () { _toPropertyKey(Object.create(null)); });
throws("key throws", "RangeError", function () { _toPropertyKey({ toString: function () { throw new RangeError(); } }); });

if (symbols) {
  var symbol = Symbol("s");
  same("symbol", _toPropertyKey(symbol), symbol);
  same("wrapped symbol", _toPropertyKey(Object(symbol)), symbol);
  same("to a symbol", _toPropertyKey({ toString: function () { return symbol; } }), symbol);
  object = {};
  object[Symbol.toPrimitive] = function (hint) { return hint; };
  same("toPrimitive", _toPropertyKey(object), "string");
  object[Symbol.toPrimitive] = function () { return symbol; };
  same("toPrimitive to a symbol", _toPropertyKey(object), symbol);
  same("symbol property", _defineProperty({}, object, 1)[symbol], 1);
  object = { a: 1 };
  object[symbol] = 2;
  object[1] = 3;
  Object.defineProperty(object, Symbol("hidden"), { value: 1 });
  object = _objectSpread({}, object);
  same("symbols come last", Reflect.ownKeys(object).map(String).join(), "1,a,Symbol(s)");
  object = _objectWithoutProperties(object, [symbol, "1"]);
  same("symbols are excluded", Reflect.ownKeys(object).map(String).join(), "a");
}

// What a proxy sees.
if (typeof Proxy === "function" && typeof Reflect === "object" && engine === "quickjs") {
  log = [];
  var proxy = new Proxy({ a: 1, b: 2, c: 3 }, {
    ownKeys: function (target) { log.push("ownKeys"); return Reflect.ownKeys(target); },
    getOwnPropertyDescriptor: function (target, key) {
      log.push("descriptor " + key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    get: function (target, key) { log.push("get " + key); return target[key]; }
  });
  _objectWithoutProperties(proxy, ["b"]);
  same("proxy", log.join(), "ownKeys,ownKeys,descriptor a,get a,descriptor c,get c");
  log = [];
  _copyDataProperties({}, proxy);
  same("proxy, exactly", log.join(), "ownKeys,descriptor a,get a,descriptor b,get b,descriptor c,get c");
}

// By assignment, and without symbols.
function heirOf(parent) {
  var heir = Object.create(parent);
  heir.own = 1;
  return Object.defineProperty(heir, "hidden", { value: 2 });
}
object = {};
same("assign returns the target", _objectAssign(object, { a: 1 }), object);
same("assign nothing", text(_objectAssign(_objectAssign({ a: 1 }, null), void 0)), "a=1");
same("assign primitives", text(_objectAssign(_objectAssign({}, 1), "ab")), "0=a,1=b");
same("assign own and enumerable", text(_objectAssign({}, heirOf({ inherited: 1 }))), "own=1");
same("assign over", text(_objectAssign({ a: 1, b: 2 }, { c: 3, a: 4 })), "a=4,b=2,c=3");
same("keys but", text(_objectWithoutKeys({ a: 1, b: 2, c: 3 }, ["b"])), "a=1,c=3");
same("keys of a string", text(_objectWithoutKeys("ab", ["0"])), "1=b");
same("keys of a number", text(_objectWithoutKeys(1, [])), "");
same("keys, own and enumerable", text(_objectWithoutKeys(heirOf({ inherited: 1 }), [])), "own=1");
same("keys and inherited names", property(_objectWithoutKeys({ valueOf: 1 }, []), "valueOf"), "1,true,true,true");
throws("keys of null", "TypeError", function () { _objectWithoutKeys(null, []); });
throws("keys of undefined", "TypeError", function () { _objectWithoutKeys(void 0, []); });
