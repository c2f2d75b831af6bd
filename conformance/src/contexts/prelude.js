// What every case finds. It is ES5, and is not lowered.
var global = this;

// What a case reads and changes; made anew for each.
function world() {
  return {
    a: 3,
    b: 2,
    k: "p",
    s: "str",
    xs: [1, 2],
    o: {
      p: 5,
      n: 4,
      q: null,
      f: function () {
        return [this === undefined || this === global ? "bare" : show(this.p), arguments.length].join();
      },
      m: function () {
        return this;
      },
      o: { p: 6 }
    },
    f: function () {
      return Array.prototype.slice.call(arguments);
    },
    C: function () {
      this.args = arguments.length;
    }
  };
}

// An effect, told when it is evaluated; its value is `value`.
function e(name, value) {
  print("e " + name);
  return value;
}

// A tag that tells what it is called with.
function tag(strings) {
  log("tag", strings, strings.raw, Array.prototype.slice.call(arguments, 1));
  return strings.length;
}

function log() {
  for (var line = [], i = 0; i < arguments.length; i++) line.push(show(arguments[i], 3));
  print(line.join(" "));
}

// The text of a value, the same on both sides: functions by name and length, no messages of engines.
function show(value, depth) {
  if (depth === undefined) depth = 2;
  if (value === global) return "global";
  if (typeof value === "symbol") return "symbol";
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (value === 0 && 1 / value < 0) return "-0";
  if (typeof value === "function") return "function " + value.name + "/" + value.length;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Error) return value.name;
  if (depth === 0) return "...";
  if (Array.isArray(value)) {
    for (var parts = [], i = 0; i < value.length && i < 9; i++) {
      parts.push(i in value ? show(value[i], depth - 1) : "hole");
    }
    return "[" + parts.join(", ") + "]";
  }
  // QuickJS spreads no string.
  var keys = Object.keys(value).filter(function (key) { return isNaN(key); });
  return "{" + keys.slice(0, 9).map(function (key) {
    var property = Object.getOwnPropertyDescriptor(value, key);
    return key + ": " + ("value" in property ? show(property.value, depth - 1) : "accessor");
  }).join(", ") + "}";
}

// Runs the cases one after another. What one does when it is resumed comes before the next.
function run(cases) {
  var at = 0;
  next();

  function next() {
    if (at === cases.length) return;
    var id = at++;
    print("# " + id);
    try {
      finish(cases[id].call({ self: 1 }, "first", "second"), 0);
    } catch (error) {
      log("throws", error);
      next();
    }
  }

  function finish(result, steps) {
    if (result && typeof result.then === "function" && result instanceof Promise) {
      result.then(function (value) { log("fulfilled", value); next(); }, function (error) { log("rejected", error); next(); });
    } else if (result && typeof result.next === "function") {
      step(result, steps);
    } else {
      log("returns", result);
      next();
    }
  }

  // Resumes a generator with a number, a few times.
  function step(generator, steps) {
    if (steps === 9) return next();
    var answer = generator.next(steps * 10);
    if (typeof answer.then !== "function") return told(answer);
    answer.then(told, function (error) { log("rejected", error); next(); });

    function told(answer) {
      log("step", answer.value, answer.done);
      if (answer.done) next();
      else step(generator, steps + 1);
    }
  }
}

// Sources of functions differ, so they must not get into what is printed.
Object.defineProperty(Function.prototype, "toString", { value: function () { return "function"; } });
