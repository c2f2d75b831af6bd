// The shape that a for-of loop is lowered to. visit answers "break", "return" or nothing, or throws.
function loop(xs, visit) {
  var list = _forOf(xs), i = 0;
  try {
    for (; i < list.length || list._go && list._go(i = 0);) {
      var answer = visit(list[i++]);
      if (answer === "break") break;
      if (answer === "return") return "returned";
    }
  } catch (error) {
    _close(list, [error]);
  } finally {
    _close(list);
  }
  return "ended";
}

function values(xs) {
  var seen = [];
  loop(xs, function (x) { seen.push(String(x)); });
  return seen.join("|");
}

function iterable(object) {
  var result = {};
  result[key] = function () { return object; };
  return result;
}

// An iterator of 1, 2, 3 that logs what is asked of it.
var log = [];
function counter() {
  var count = 0;
  return {
    next: function () {
      log.push("next");
      count++;
      return { done: count > 3, value: count };
    },
    "return": function () {
      log.push("return " + arguments.length);
      return {};
    }
  };
}
function logged(run) {
  log = [];
  try { log.push(run()); } catch (error) { log.push("threw " + (error && error.name || error)); }
  return log.join(", ");
}

// Lists.
same("array", values([1, , "a"]), "1|undefined|a");
var indexed = [1, 2];
same("array is indexed", _forOf(indexed), indexed);
same("empty array", values([]), "");
same("string", values("a\uD83D\uDE00b\uDE00\uD83D"), "a|\uD83D\uDE00|b|\uDE00|\uD83D");
same("string without pairs", values("a\nb"), "a|\n|b");
same("empty string", values(""), "");
same("string object", values(new String("ab")), "a|b");
same("arguments", (function () { return values(arguments); })(1, 2), "1|2");
same("typed array", values(new Uint8Array([1, 2])), "1|2");
var growing = [1];
same("array that grows", logged(function () {
  return loop(growing, function (x) { log.push(x); if (growing.length < 3) growing.push(x + 1); });
}), "1, 2, 3, ended");

// What is not iterable. Without iterators, everything with a length is, but for functions.
[void 0, null, 1, true, {}, { length: "a" }, function (a, b) {}].forEach(function (x) {
  throws("not iterable: " + x, "TypeError", function () { _forOf(x); });
});
[{ length: 2, 0: "a", 1: "b" }].forEach(function (x) {
  if (engine === "quickjs") throws("not iterable: " + x, "TypeError", function () { _forOf(x); });
  else same("walked by its length: " + x, values(x).length, 3);
});
[1, "text", {}].forEach(function (method) {
  var object = {};
  object[key] = method;
  throws("method is not callable", "TypeError", function () { _forOf(object); });
});
[1, "text", null, void 0, true].forEach(function (iterator) {
  throws("iterator is not an object", "TypeError", function () { values(iterable(iterator)); });
  throws("result is not an object", "TypeError", function () {
    values(iterable({ next: function () { return iterator; } }));
  });
  throws("result of return is not an object", "TypeError", function () {
    var object = { next: function () { return {}; }, "return": function () { return iterator; } };
    loop(iterable(object), function () { return "break"; });
  });
});
throws("no next", "TypeError", function () { values(iterable({})); });
throws("return is not callable", "TypeError", function () {
  loop(iterable({ next: function () { return {}; }, "return": 1 }), function () { return "break"; });
});

// Completions of the body.
same("to the end", logged(function () {
  return loop(iterable(counter()), function (x) { log.push(x); });
}), "next, 1, next, 2, next, 3, next, ended");
same("break", logged(function () {
  return loop(iterable(counter()), function () { return "break"; });
}), "next, return 0, ended");
same("return", logged(function () {
  return loop(iterable(counter()), function () { return "return"; });
}), "next, return 0, returned");
same("throw", logged(function () {
  loop(iterable(counter()), function () { throw "mine"; });
}), "next, return 0, threw mine");
same("throw, and return throws", logged(function () {
  var iterator = counter();
  iterator["return"] = function () { log.push("return"); throw "theirs"; };
  loop(iterable(iterator), function () { throw "mine"; });
}), "next, return, threw mine");
same("throw, and return cannot be read", logged(function () {
  var iterator = counter();
  Object.defineProperty(iterator, "return", { get: function () { log.push("get"); throw "theirs"; } });
  loop(iterable(iterator), function () { throw "mine"; });
}), "next, get, threw mine");
same("throw, and return is no function", logged(function () {
  var iterator = counter();
  iterator["return"] = 1;
  loop(iterable(iterator), function () { throw "mine"; });
}), "next, threw mine");
same("throw, and return gives no object", logged(function () {
  var iterator = counter();
  iterator["return"] = function () { return 1; };
  loop(iterable(iterator), function () { throw "mine"; });
}), "next, threw mine");
same("break, and return throws", logged(function () {
  var iterator = counter();
  iterator["return"] = function () { log.push("return"); throw "theirs"; };
  loop(iterable(iterator), function () { return "break"; });
}), "next, return, threw theirs");
[void 0, null].forEach(function (nothing) {
  same("break without return", logged(function () {
    var iterator = counter();
    iterator["return"] = nothing;
    return loop(iterable(iterator), function () { return "break"; });
  }), "next, ended");
});
same("throw undefined", logged(function () {
  loop(iterable(counter()), function () { throw void 0; });
}), "next, return 0, threw undefined");
same("throw over an array", logged(function () {
  loop([1], function () { throw "mine"; });
}), "threw mine");

// Errors of the iterator: it is not closed.
same("next throws", logged(function () {
  var iterator = counter();
  iterator.next = function () { log.push("next"); throw "theirs"; };
  loop(iterable(iterator), function () {});
}), "next, threw theirs");
["done", "value"].forEach(function (name) {
  same(name + " throws", logged(function () {
    var iterator = counter(), result = {};
    Object.defineProperty(result, name, { get: function () { log.push(name); throw "theirs"; } });
    iterator.next = function () { return result; };
    loop(iterable(iterator), function () {});
  }), name + ", threw theirs");
});
same("done is converted", values(iterable({ next: function () { return { done: "yes" }; } })), "");

// What is read, and how often.
same("next is read once", logged(function () {
  var object = counter(), next = object.next;
  Object.defineProperty(object, "next", { get: function () { log.push("get next"); return next; } });
  return loop(_nextOnce(iterable(object)), function () {});
}), "get next, next, next, next, next, ended");
same("return is read when it is called", logged(function () {
  var object = counter(), close = object["return"];
  Object.defineProperty(object, "return", { get: function () { log.push("get return"); return close; } });
  return loop(_nextOnce(iterable(object)), function () { return "break"; });
}), "next, get return, return 0, ended");
same("nothing to return", logged(function () {
  var object = counter();
  object["return"] = null;
  return loop(_nextOnce(iterable(object)), function () { return "break"; });
}), "next, ended");
same("lists stay", _nextOnce(indexed), indexed);
same("the method is read once", logged(function () {
  var object = {}, iterator = counter();
  Object.defineProperty(object, key, { get: function () {
    log.push("get");
    return function () { log.push(this === object && arguments.length); return iterator; };
  } });
  return loop(object, function () { return "break"; });
}), "get, 0, next, return 0, ended");
same("value of the last result is not read", logged(function () {
  var result = { done: true };
  Object.defineProperty(result, "value", { get: function () { log.push("value"); } });
  return loop(iterable({ next: function () { return result; } }), function () {});
}), "ended");
same("an array with an iterator of its own", (function () {
  var array = [1];
  array[key] = counter;
  return values(array);
})(), "1|2|3");
same("functions may be iterators and results", (function () {
  function iterator() {}
  iterator.next = function () {
    function result() {}
    result.value = 1;
    result.done = iterator.used;
    iterator.used = true;
    return result;
  };
  return values(iterable(iterator));
})(), "1");

// What only has a next method is no iterable.
throws("a bare iterator", "TypeError", function () { _forOf(counter()); });
if (typeof Map === "function") same("map", values(new Map().set(1, 2)), "1,2");
