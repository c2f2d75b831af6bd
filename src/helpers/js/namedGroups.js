// The named groups of a regular expression: names[i] is the name of group i + 1, "" if it has none. Results of exec
// gain `groups` (RegExpBuiltinExec, ES2018 21.2.5.2.2). Where strings ask Symbol.replace, a replacement may say $<name>,
// and a function that replaces is given the groups (21.2.5.8, 21.1.3.16.1).
function _namedGroups(regexp, names) {
  var prototype = Object.getPrototypeOf(regexp);

  function groups(captures) {
    var object = Object.create(null);
    for (var i = 0; i < names.length; i++) {
      if (names[i]) object[names[i]] = captures[i + 1];
    }
    return object;
  }

  // $<name> becomes $ and the number of the group.
  function numbered(template) {
    return template.replace(/\$(?:\$|<([^>]*)>)/g, function (text, name) {
      if (text === "$$") return text;
      var number = name ? names.indexOf(name) + 1 : 0;
      return number ? "$" + (number < 10 ? "0" : "") + number : "";
    });
  }

  function define(key, method) {
    Object.defineProperty(regexp, key, { value: method, writable: true, configurable: true });
  }

  // Replaces the method that strings ask for by one that makes use of it; an engine may have no such method.
  function override(name, make) {
    var key = typeof Symbol === "function" && Symbol[name];
    if (key && prototype[key]) define(key, make(key));
  }

  define("exec", function (string) {
    var result = prototype.exec.call(this, string);
    if (result) result.groups = groups(result);
    return result;
  });

  override("replace", function (key) {
    return function (string, replacement) {
      return prototype[key].call(this, string, typeof replacement === "function"
        ? function () {
          var args = [].slice.call(arguments);
          if (typeof args[args.length - 1] !== "object") args.push(groups(args));
          return replacement.apply(void 0, args);
        }
        : { toString: function toString() { return numbered(_toString(replacement)); } });
    };
  });

  override("matchAll", function (key) {
    return function (string) {
      var matches = prototype[key].call(this, string);
      var next = matches.next;
      matches.next = function () {
        var step = next.call(this);
        if (!step.done) step.value.groups = groups(step.value);
        return step;
      };
      return matches;
    };
  });

  return regexp;
}
