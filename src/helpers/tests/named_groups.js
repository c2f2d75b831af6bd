function date() { return _namedGroups(/(\d+)-(\d+)(-\d+)?/g, ["year", "", "rest"]); }

// exec.
var regexp = date(), result = regexp.exec("on 2018-06");
same("captures", result.join(), "2018-06,2018,06,");
same("groups", result.groups.year, "2018");
same("names", Object.keys(result.groups).join(), "year,rest");
same("no capture", result.groups.rest, void 0);
same("no prototype", Object.getPrototypeOf(result.groups), null);
same("index", result.index + result.input, "3on 2018-06");
same("last index", regexp.lastIndex, 10);
same("no match", regexp.exec("on 2018-06"), null);
same("the same object", _namedGroups(regexp, ["a"]), regexp);
same("a regular expression", regexp instanceof RegExp, true);
same("nothing to see", Object.keys(regexp).length, 0);
same("test", date().test("1-2"), true);
same("search", "on 1-2".search(date()), 3);
same("split", "a1-2b".split(_namedGroups(/(\d-)\d/, ["x"])).join(), "a,1-,b");
same("another this", date().exec.call(/(b)/, "abc").groups.year, "b");
same("special names", _namedGroups(/(a)(b)/, ["__proto__", "exec"]).exec("ab").groups.exec, "b");

// Engines whose strings ask.
if (typeof Symbol === "function" && Symbol.replace) {
  same("match", "1-2".match(_namedGroups(/(\d)-(\d)/, ["a", "b"])).groups.b, "2");
  same("match all", "1-2 3-4".match(date()).join(), "1-2,3-4");
  [["$<year>", "1 3"], ["$<year>0", "10 30"], ["$<rest>|$<>|$<none>", "|| ||"], ["$1$02$&$$", "121-2$ 343-4$"],
    ["$$<year>", "$<year> $<year>"], ["$<year", "$<year $<year"], ["$$$<year>", "$1 $3"], ["$", "$ $"]
  ].forEach(function (pair) { same(pair[0], "1-2 3-4".replace(date(), pair[0]), pair[1]); });
  same("no string", "1-2".replace(date(), { toString: function () { return "<$<year>>"; } }), "<1>");
  same("undefined", "1-2".replace(date()), "undefined");
  throws("symbol", "TypeError", function () { "1-2".replace(date(), Symbol()); });
  var seen;
  "a1-2".replace(date(), function () { seen = [].slice.call(arguments); return ""; });
  same("arguments", seen.slice(0, 6).join(), "1-2,1,2,,1,a1-2");
  same("groups as an argument", seen.length + seen[6].year, "71");
  if ("".matchAll) {
    var years = [], all = "1-2 3-4".matchAll(date());
    for (var step; !(step = all.next()).done;) years.push(step.value.groups.year);
    same("matchAll", years.join(), "1,3");
  }
  // ES2015 gives functions no groups.
  var native = RegExp.prototype[Symbol.replace];
  RegExp.prototype[Symbol.replace] = function (string, replacement) {
    return native.call(this, string, function () {
      var args = [].slice.call(arguments);
      if (typeof args[args.length - 1] === "object") args.pop();
      return replacement.apply(void 0, args);
    });
  };
  same("ES2015", "a1-2".replace(date(), function () { return arguments[arguments.length - 1].year; }), "a1");
}

function either() { return _duplicateGroups(/(\d)-(a)|(b)-(\d)/g, ["digit", "letter", "letter", "digit"]); }
same("the first of two", either().exec("1-a").groups.digit, "1");
same("the second of two", either().exec("b-2").groups.digit, "2");
same("each name once", Object.keys(either().exec("b-2").groups).join(), "digit,letter");
same("no match of groups of one name", either().exec("x"), null);
