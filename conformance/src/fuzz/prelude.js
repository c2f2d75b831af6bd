// What every generated program finds. It is ES5, and is not lowered.
var global = this;
var fuel = 150;

// Called in every loop and function: programs end, before a recursion can exhaust the stack. Asynchronous functions take
// more of it when they are lowered.
function tick() {
  if (--fuel < 0) throw new Error("out of fuel");
}

// A recursion through parameters takes no fuel; one that prints ends before the stack does, whose depth is no matter.
var lines = 500;
function tell(line) {
  if (--lines < 0) throw new Error("out of lines");
  print(line);
}

// Counts the turns of a loop; starts anew when it ends.
var counts = {};
function turns(id) {
  var count = (counts[id] || 0) + 1;
  counts[id] = count < 3 ? count : 0;
  return count;
}

// Closures that are called later.
var kept = [];
function keep(closure) {
  kept.push(closure);
}

function drain() {
  var closures = kept.slice(0, 12);
  kept = [];
  closures.forEach(function (closure) {
    try {
      log("kept", closure());
    } catch (error) {
      log("kept throws", error);
    }
  });
}

function log() {
  for (var line = [], i = 0; i < arguments.length; i++) line.push(show(arguments[i], 3));
  tell(line.join(" "));
}

// An effect: tells when it is evaluated, and is `value`.
function e(id, value) {
  tell("e" + id);
  return value;
}

// The text of a value, the same on both sides: no text of functions, no order that is not specified.
function show(value, depth) {
  if (typeof value === "function") return "function";
  if (value === global) return "global";
  if (isNamespace(value)) return "namespace";
  if (typeof value === "string") return JSON.stringify(round(value).slice(0, 60));
  if (value === 0 && 1 / value < 0) return "-0";
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Error) return value.name;
  if (depth === 0) return "...";
  return Array.isArray(value) ? showArray(value, depth) : showObject(value, depth);
}

// The last of 17 digits may be one of two (ES2018 7.1.12.1); Duktape takes the other one.
function round(text) {
  return text.replace(/\d\.\d{15,}/g, function (digits) {
    return digits.slice(0, 14);
  });
}

function showArray(array, depth) {
  for (var parts = [], i = 0; i < array.length && i < 20; i++) {
    parts.push(i in array ? show(array[i], depth - 1) : "hole");
  }
  return "[" + parts.join(", ") + "]";
}

function showObject(object, depth) {
  var parts = Object.keys(object).slice(0, 20).map(function (key) {
    var property = Object.getOwnPropertyDescriptor(object, key);
    return key + ": " + ("value" in property ? show(property.value, depth - 1) : "accessor");
  });
  return "{" + parts.join(", ") + "}";
}

// `this`, with something else for the global object, which holds the helpers on one side.
var standIn = { global: true };
function self(value) {
  return value === global || isNamespace(value) ? standIn : value;
}

// By default a namespace is an ordinary object, so nothing else may be seen of it than what it exports.
function isNamespace(value) {
  if (typeof value !== "object" || value === null) return false;
  return value.__esModule === true || Object.prototype.toString.call(value) === "[object Module]";
}

// Tells what a namespace exports.
function tellAll(id, readers) {
  readers.forEach(function (read) {
    try {
      log("exported", id, read());
    } catch (error) {
      log("exported", id, error);
    }
  });
}

// Keeps what a loop would let grow without end small.
function cap(value) {
  if (typeof value === "string") return value.slice(0, 40);
  if (!Array.isArray(value) || value.length <= 8) return value;
  var first = value.slice(0, 8);
  // With a hole at the end, Duktape's is shorter, as in ES5.
  first.length = 8;
  return first;
}

// An iterable that tells what is done with it. `mode`: 0 plain, 1 no `return`, 2 the second `next` throws, 3 `return`
// throws, 4 `return` gives no object, 5 `next` gives no object.
function iter(id, values, mode) {
  var result = {};
  var key = typeof Symbol === "function" ? Symbol.iterator : "@@iterator";
  Object.defineProperty(result, key, { value: open });
  return result;

  function open() {
    var at = 0;
    var iterator = { next: next };
    if (mode !== 1) iterator["return"] = close;
    tell(id + " opens");
    return iterator;

    function next() {
      tell(id + " next");
      if (mode === 2 && at === 1) throw new URIError("next");
      if (mode === 5 && at === 1) return 1;
      return at < values.length ? { value: values[at++], done: false } : { value: void 0, done: true };
    }
  }

  function close() {
    tell(id + " closes");
    if (mode === 3) throw new SyntaxError("return");
    return mode === 4 ? 1 : {};
  }
}

// A resource that tells when it is disposed of, which may fail.
function resource(id, fails) {
  var result = {};
  var key = typeof Symbol === "function" ? Symbol.dispose : "@@dispose";
  Object.defineProperty(result, key, { value: dispose });
  return result;

  function dispose() {
    tell(id + " is disposed of");
    if (fails) throw new URIError("dispose");
  }
}

// An object that tells which of its properties are read and written.
function probe(id, values) {
  var result = {};
  Object.keys(values).forEach(function (key) {
    Object.defineProperty(result, key, {
      get: function () {
        tell(id + "." + key);
        return values[key];
      },
      set: function (value) {
        tell(id + "." + key + " = " + show(value, 2));
        values[key] = value;
      },
      enumerable: true,
      configurable: true
    });
  });
  return result;
}

// An object that tells when it becomes a string or a number.
function text(id, result) {
  return {
    toString: function () {
      tell(id + " toString");
      return result;
    },
    valueOf: function () {
      tell(id + " valueOf");
      return result.length;
    }
  };
}

// A tag that tells what it is called with.
function tag(strings) {
  log("tag", strings, strings.raw, Array.prototype.slice.call(arguments, 1), Object.isFrozen(strings));
  return strings;
}

// Advances a generator: n next, r return, t throw, each with an argument.
function drive(id, generator, steps) {
  for (var i = 0; i < steps.length; i++) {
    try {
      var method = { n: "next", r: "return", t: "throw" }[steps[i]];
      log("drive", id, method, generator[method](i));
    } catch (error) {
      log("drive", id, error);
    }
  }
  return generator;
}

// Tells how a promise ends.
function settle(id, promise) {
  promise.then(
    function (value) {
      log("fulfilled", id, value);
    },
    function (error) {
      log("rejected", id, error);
    }
  );
  return promise;
}

// Advances an asynchronous generator, each time when it has answered. (QuickJS leaves promises pending if there are
// more of them than the generator has answers.)
function driveAsync(id, generator, steps) {
  var at = 0;
  advance();
  return generator;

  function advance() {
    if (at === steps.length) return;
    var method = { n: "next", r: "return", t: "throw" }[steps[at]];
    settle(id + method, generator[method](at++)).then(advance, advance);
  }
}

// Sources of functions differ, so they must not get into the trace. Classes that extend `Object` look at that one's.
var textOfObject = String(Object);
Object.defineProperty(Function.prototype, "toString", {
  value: function () {
    return this === Object ? textOfObject : "function";
  }
});

// The program:

