function text(property) {
  return [property.value, property.writable, property.enumerable, property.configurable].join();
}
function strictSet(home, key, value, receiver) { return _superSet(home, key, value, receiver, true); }

var log = [];
var root = Object.defineProperty({
  inherited: "root",
  get accessor() { return this.name; },
  set accessor(value) { log.push(this.name + " " + value); },
  get readable() { return 1; },
  set writable(value) {}
}, "fixed", { value: 1 });
var base = Object.create(root, { own: { value: "base", writable: true } });
var home = Object.create(base, { own: { value: "home" }, inherited: { value: "home" } });
var receiver = { name: "receiver" };

same("own of the prototype", _superGet(home, "own", receiver), "base");
same("inherited", _superGet(home, "inherited", receiver), "root");
same("getter", _superGet(home, "accessor", receiver), "receiver");
same("only a setter", _superGet(home, "writable", receiver), void 0);
same("nothing", _superGet(home, "nothing", receiver), void 0);
same("key is converted once", (function () {
  var count = 0;
  _superSet(home, { toString: function () { count++; return "other"; } }, 1, {});
  return count;
})(), 1);
throws("no prototype", "TypeError", function () { _superGet(Object.create(null), "x", receiver); });
throws("no prototype, set", "TypeError", function () { strictSet(Object.create(null), "x", 1, receiver); });
throws("getter throws", "RangeError", function () {
  _superGet(Object.create({ get x() { throw new RangeError(); } }), "x", receiver);
});

// Setting creates on the receiver.
same("returns the value", strictSet(home, "created", 5, receiver), 5);
same("created", text(Object.getOwnPropertyDescriptor(receiver, "created")), "5,true,true,true");
same("home is left alone", "created" in home, false);
strictSet(home, "own", 6, receiver);
same("over data of the prototype", text(Object.getOwnPropertyDescriptor(receiver, "own")), "6,true,true,true");
same("the prototype is left alone", base.own, "base");
Object.defineProperty(receiver, "hidden", { value: 1, writable: true });
strictSet(home, "hidden", 7, receiver);
same("attributes stay", text(Object.getOwnPropertyDescriptor(receiver, "hidden")), "7,true,false,false");
strictSet(home, "accessor", 8, receiver);
same("setter", log.join(), "receiver 8");
same("setter defines nothing", receiver.hasOwnProperty("accessor"), false);
same("__proto__ of a bare base", (function () {
  var prototype = Object.create(Object.create(null)), target = {};
  strictSet(prototype, "__proto__", 1, target);
  return Object.getOwnPropertyDescriptor(target, "__proto__").value;
})(), 1);

// Setting that fails.
[
  ["read-only in the prototype", home, "fixed", {}],
  ["only a getter in the prototype", home, "readable", {}],
  ["read-only in the receiver", home, "x", Object.freeze({ x: 1 })],
  ["accessor in the receiver", home, "x", { get x() { return 1; }, set x(value) { same("setter", "called", "not"); } }],
  ["receiver not extensible", home, "x", Object.preventExtensions({})],
  ["receiver is primitive", home, "x", 1]
].forEach(function (test) {
  throws(test[0], "TypeError", function () { strictSet(test[1], test[2], 9, test[3]); });
  same(test[0], _superSet(test[1], test[2], 9, test[3], false), 9);
});

if (typeof Symbol === "function") {
  var symbol = Symbol();
  strictSet(home, symbol, 1, receiver);
  same("symbol", receiver[symbol], 1);
  root[symbol] = 2;
  same("symbol, get", _superGet(home, symbol, receiver), 2);
  throws("symbol, error", "TypeError", function () { strictSet(home, symbol, 1, Object.freeze({})); });
}
if (typeof Proxy === "function" && engine === "quickjs") {
  same("proxy", _superGet(Object.create(new Proxy({}, {
    get: function (target, key, self) { return key + (self === receiver); }
  })), "x", receiver), "xtrue");
}
