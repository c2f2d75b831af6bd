// The named groups of a regular expression in which groups of different alternatives have the same name: as _namedGroups,
// by names that tell all groups apart. Of groups of one name, one at most takes part in a match (RegExpBuiltinExec,
// ES2025 22.2.7.2).
function _duplicateGroups(regexp, names) {
  var unique = names.map(function (name, index) { return name && index + " " + name; });

  // What is merged already, by exec, stays.
  function merged(groups) {
    var object = Object.create(null);
    for (var i = 0; i < names.length; i++) {
      if (names[i] in groups) return groups;
      if (names[i] && object[names[i]] === void 0) object[names[i]] = groups[unique[i]];
    }
    return object;
  }

  // $<name> becomes the references to all groups of that name.
  function spread(template) {
    return template.replace(/\$(?:\$|<([^>]*)>)/g, function (text, name) {
      return text === "$$" ? text : unique.filter(function (own, i) { return names[i] === name; })
        .map(function (own) { return "$<" + own + ">"; }).join("");
    });
  }

  // Replaces a method that _namedGroups defined.
  function override(key, make) {
    if (!Object.prototype.hasOwnProperty.call(regexp, key)) return;
    Object.defineProperty(regexp, key, { value: make(regexp[key]), writable: true, configurable: true });
  }

  _namedGroups(regexp, unique);
  override("exec", function (exec) {
    return function (string) {
      var result = exec.call(this, string);
      if (result) result.groups = merged(result.groups);
      return result;
    };
  });
  if (typeof Symbol !== "function") return regexp;
  override(Symbol.replace, function (replace) {
    return function (string, replacement) {
      return replace.call(this, string, typeof replacement === "function"
        ? function () {
          var args = [].slice.call(arguments);
          args.push(merged(args.pop()));
          return replacement.apply(void 0, args);
        }
        : spread(_toString(replacement)));
    };
  });
  override(Symbol.matchAll, function (matchAll) {
    return function (string) {
      var matches = matchAll.call(this, string);
      var next = matches.next;
      matches.next = function () {
        var step = next.call(this);
        if (!step.done) step.value.groups = merged(step.value.groups);
        return step;
      };
      return matches;
    };
  });
  return regexp;
}
