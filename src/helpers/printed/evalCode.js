function _evalCode(code, scope, own) {
  if (typeof code !== "string" || !/var|function/.test(code) || /^\s*(["'])use strict\1/.test(code)) return code;
  var hasOwn = _Object.prototype.hasOwnProperty, marker = {}, outer = _Object.create(null), functions = [];
  var words = ("_outer __proto__ arguments break case catch class const continue debugger default delete do else enum " + "export extends false finally for function if import in instanceof new null return super switch this throw true " + "try typeof var void while with").split(" ");
  var names = (code.match(/[a-z_$\x80-\uffff][\w$\x80-\uffff]*/gi) || []).filter(function(name) {
    if (name in outer || words.indexOf(name) >= 0) return false;
    return outer[name] = marker;
  });
  function declare(name, value) {
    if (own && hasOwn.call(own, name)) {
      _Object.defineProperty(scope, name, _Object.getOwnPropertyDescriptor(own, name));
      if (value) scope[name] = value;
    } else if (value || !(name in scope)) {
      scope[name] = value;
    }
  }
  var getters = names.map(function(name) {
    return name + ": function () { return " + name + "; }";
  });
  try {
    getters = Function("_outer", "with (_outer) return (function () { return {" + getters.join() + "};\n" + code + "\n})();")(outer);
  } catch (ignored) {
    return code;
  }
  names.forEach(function(name) {
    var value = marker;
    try {
      value = getters[name]();
    } catch (ignored) {}
    if (value === void 0) declare(name);
    else if (value !== marker) functions.push(name);
  });
  if (!functions.length) return code;
  functions.forEach(function(name) {
    delete scope[name];
  });
  scope._declared = function() {
    for(var i = 0; i < functions.length; i++)declare(functions[i], arguments[i]);
  };
  return "var _declared = _declared(" + functions.join() + ");" + code;
}
