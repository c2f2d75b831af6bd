// What a direct `eval` runs in a part of a function, so that its other parts see the variables that the code declares
// (ES2018 18.2.1.3): they become properties of `scope`, the object of a `with` around each part. What the function
// declares itself is a variable already, for which `own` has accessors.
function _evalCode(code, scope, own) {
  if (typeof code !== "string" || !/var|function/.test(code) || /^\s*(["'])use strict\1/.test(code)) return code;
  var hasOwn = Object.prototype.hasOwnProperty, marker = {}, outer = Object.create(null), functions = [];
  var words = ("_outer __proto__ arguments break case catch class const continue debugger default delete do else enum " +
    "export extends false finally for function if import in instanceof new null return super switch this throw true " +
    "try typeof var void while with").split(" ");
  var names = (code.match(/[a-z_$\x80-\uffff][\w$\x80-\uffff]*/gi) || []).filter(function (name) {
    if (name in outer || words.indexOf(name) >= 0) return false;
    return outer[name] = marker;
  });

  function declare(name, value) {
    if (own && hasOwn.call(own, name)) {
      Object.defineProperty(scope, name, Object.getOwnPropertyDescriptor(own, name));
      if (value) scope[name] = value;
    } else if (value || !(name in scope)) {
      scope[name] = value;
    }
  }

  // What each name stands for where the code begins: the marker, unless the code declares it.
  var getters = names.map(function (name) { return name + ": function () { return " + name + "; }"; });
  try {
    getters = Function("_outer",
      "with (_outer) return (function () { return {" + getters.join() + "};\n" + code + "\n})();")(outer);
  } catch (ignored) {
    return code;
  }
  names.forEach(function (name) {
    var value = marker;
    try {
      value = getters[name]();
    } catch (ignored) {}
    if (value === void 0) declare(name);
    else if (value !== marker) functions.push(name);
  });
  if (!functions.length) return code;
  // Functions are there when the code begins: its first statement hands them over.
  functions.forEach(function (name) { delete scope[name]; });
  scope._declared = function () {
    for (var i = 0; i < functions.length; i++) declare(functions[i], arguments[i]);
  };
  return "var _declared = _declared(" + functions.join() + ");" + code;
}
