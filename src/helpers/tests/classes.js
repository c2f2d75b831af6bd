var lacksPrototypes = engine === "es5";

// Members.
var target = {};
_members(target, { get a() { return 1; }, m: function () {} });
_members(target, { set a(v) { this.set = v; } });
target.a = 2;
same("accessor halves", target.a + target.set, 3);
same("enumerable", Object.keys(target).join(), "set");

// Constructors.
function A(x) {
  _checkNew(this, A);
  this.x = x;
}
A.s = function () { return "s"; };
_class(A);
same("prototype", Object.getOwnPropertyDescriptor(A, "prototype").writable, false);
throws("call", "TypeError", function () { A(); });
throws("call on an object", "TypeError", function () { A.call({}); });

function derive(Super) {
  function C() {
    _checkNew(this, C);
    return _bindThis(_parent(link).apply(this, arguments), this);
  }
  var link = _link(C, Super);
  C.prototype.own = function () { return "own"; };
  return _class(C);
}
var B = derive(A), C = derive(B), c = new C(5);
same("chain", c.x + c.own(), "5own");
same("instance", c instanceof A && c instanceof B && c.constructor === C, true);
same("static", C.s(), "s");
same("parent", Object.getPrototypeOf(C) === B, !lacksPrototypes);

// Parents.
[void 0, 1, {}].forEach(function (bad) {
  throws("extends " + bad, "TypeError", function () { derive(bad); });
});
function NoPrototype() {}
NoPrototype.prototype = 1;
throws("prototype of a parent", "TypeError", function () { derive(NoPrototype); });
var N = derive(null);
same("null", Object.getPrototypeOf(N.prototype), null);
throws("new of a class without parent", "TypeError", function () { new N(); });
var E = derive(Error), e = new E("message");
same("error", e instanceof E && e instanceof Error && e.message + e.own(), "messageown");
var L = derive(Array), list = new L(1, 2, 3);
same("array", list instanceof L && list.length + list.own(), "3own");
var O = derive(Object), object = {};
same("object", new O(object) === object, false);
var F = derive(function () { return object; });
same("another object", new F() === object, true);
var P = derive(function () { return 7; });
same("a primitive", new P() instanceof P, true);
if (!lacksPrototypes) {
  Object.setPrototypeOf(B, function () { this.x = "new parent"; });
  same("another parent", new B().x, "new parent");
  Object.setPrototypeOf(B, {});
  throws("no parent", "TypeError", function () { new B(); });
}

// this.
throws("before super()", "ReferenceError", function () { _assertThis(void 0); });
throws("super() again", "ReferenceError", function () { _bindThisOnce(void 0, c, c); });
same("returned object", _constructed(object, c), object);
same("returned nothing", _constructed(void 0, c), c);
throws("returned primitive", "TypeError", function () { _constructed(null, c); });
throws("nothing to return", "ReferenceError", function () { _constructed(void 0, void 0); });

// Parents that are called as functions.
function subclass(Super) {
  function C() {
    return parent.apply(this, arguments) || this;
  }
  var parent = _subclass(C, Super);
  same("the parent", parent, Super);
  return _class(C);
}
var S = subclass(A), s = new S(6);
same("called parent", s.x, 6);
same("instance of it", s instanceof A && s instanceof S && s.constructor === S, true);
same("its constructor", Object.keys(S.prototype).join(), "");
same("its static", S.s(), "s");
same("object of a parent", new (subclass(function () { return object; }))(), object);
same("subclass of null", Object.getPrototypeOf(subclass(null).prototype), null);
[void 0, 1, {}].forEach(function (bad) {
  throws("subclass of " + bad, "TypeError", function () { subclass(bad); });
});
