// Names.
function name(key, prefix) { return _setFunctionName(function () {}, key, prefix).name; }
function own() {}
same("returns the function", _setFunctionName(own, "other"), own);
same("overwrites", own.name, "other");
same("anonymous", name("a"), "a");
same("getter", name("a", "get"), "get a");
same("empty", name(""), "");
same("number", name(1, "set"), "set 1");
var property = Object.getOwnPropertyDescriptor(own, "name");
same("attributes", [property.writable, property.enumerable, property.configurable].join(), "false,false,true");
if (typeof Symbol === "function") {
  same("symbol", name(Symbol("a b")), "[a b]");
  same("symbol getter", name(Symbol("a"), "get"), "get [a]");
  same("no description", name(Symbol()), "");
  same("no description, getter", name(Symbol(), "get"), "get ");
  same("empty description", name(Symbol("")), "[]");
  delete Symbol.prototype.description;
  same("ES2018 symbol", name(Symbol("a (b)")), "[a (b)]");
  same("ES2018 symbol, no description", name(Symbol()), "");
}
// An engine whose functions have fixed names.
var fixed = Object.freeze(function () {});
same("fixed", _setFunctionName(fixed, "a"), fixed);

// Errors.
throws("constant", "TypeError", function () { _readOnlyError("x"); });
throws("callee", "TypeError", function () { _calleeError(); });
throws("dead zone", "ReferenceError", function () { _tdzError("x"); });

// Template literals.
[["a", "a"], ["", ""], [1, "1"], [-0, "0"], [1e21, "1e+21"], [NaN, "NaN"], [true, "true"], [null, "null"],
  [void 0, "undefined"], [[1, [2, 3]], "1,2,3"], [{}, "[object Object]"],
  [{ toString: function () { return "s"; }, valueOf: function () { return "v"; } }, "s"],
  [{ toString: null, valueOf: function () { return 5; } }, "5"],
  [function () {}, String(function () {})]
].forEach(function (pair) { same("string", _toString(pair[0]), pair[1]); });
same("boxed", typeof _toString(new String("a")), "string");
throws("no string", "TypeError", function () { _toString(Object.create(null)); });
if (typeof Symbol === "function") {
  throws("symbol", "TypeError", function () { _toString(Symbol()); });
  throws("wrapped symbol", "TypeError", function () { _toString(Object(Symbol())); });
  var convertible = {};
  convertible[Symbol.toPrimitive] = function (hint) { return hint; };
  same("hint", _toString(convertible), "string");
}

// Tagged templates.
var cooked = ["a", void 0], raw = ["a", "\\u"], template = _templateObject(cooked, raw);
same("an array", Array.isArray(template), true);
same("cooked", template[0] + template[1], "aundefined");
same("raw", template.raw, raw);
same("frozen", Object.isFrozen(template) && Object.isFrozen(template.raw), true);
same("raw is hidden", Object.keys(template).join(), "0,1");
template = _templateObject(["a", "b"]);
same("the same raw", template.raw.join(), "a,b");
same("another array", template.raw === template, false);
same("frozen raw", Object.isFrozen(template.raw), true);

// Bindings that are not initialized.
same("initialized", _initialized(void 0, "x"), void 0);
throws("not initialized", "ReferenceError", function () { _initialized(_uninitialized, "x"); });
same("assignable", _assignable(1, void 0, "x"), 1);
throws("not assignable", "ReferenceError", function () { _assignable(1, _uninitialized, "x"); });

// `with` objects.
var inner = { a: 1 }, outer = { b: void 0 };
same("innermost", _withThis("a", [inner, outer]), inner);
same("next", _withThis("b", [inner, outer]), outer);
same("inherited", _withThis("toString", [inner, outer]), inner);
same("none", _withThis("c", [inner, outer]), void 0);
same("primitive", typeof _withThis("length", ["text"]), "object");
if (typeof Symbol === "function" && Symbol.unscopables) {
  inner[Symbol.unscopables] = { a: true };
  same("hidden", _withThis("a", [inner, { a: 2 }]).a, 2);
}

// Variables that `eval` declares.
function declared(code, own) {
  var scope = Object.create(null);
  var given = _evalCode(code, scope, own);
  return Object.keys(scope).filter(function (name) { return name !== "_declared"; }).sort() + (given === code ? "" : "; " + given);
}
same("var", declared("var a, b = 1; if (a) { for (var c in b); }"), "a,b,c");
same("none", declared("a = 1; (function () { var b; }); 'var d'"), "");
same("strict", declared("'use strict'; var a"), "");
same("no text", declared(5), "");
same("error", declared("var a = ;"), "");
same("return", declared("var a; // comment"), "a");
same("function", declared("function f() {} var a"), "a; var _declared = _declared(f);function f() {} var a");
var scope = Object.create(null), seen;
var own = { get a() { return seen; }, set a(value) { seen = value; } };
_evalCode("var a; var b", scope, own);
scope.a = 5;
same("own", seen, 5);
scope.b = 6;
_evalCode("var b", scope, own);
same("again", scope.b, 6);
_evalCode("function a() {}", scope, own);
scope._declared(7);
same("own function", seen, 7);
