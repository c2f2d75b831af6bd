var _generatorFunction = (function() {
  var slot = _GeneratorSlot;
  function define(object, key, value, writable) {
    _Object.defineProperty(object, key, {
      value: value,
      writable: !!writable,
      configurable: true
    });
  }
  function GeneratorFunction(text) {
    throw new EvalError("a generator function cannot be compiled at run time");
  }
  var symbols = typeof Symbol === "function" && typeof Symbol.iterator === "symbol";
  var kind = _Object.create(Function.prototype);
  var iterators = symbols && [][Symbol.iterator] && _Object.getPrototypeOf(_Object.getPrototypeOf([][Symbol.iterator]()));
  var generators = _Object.create(iterators || _Object.prototype);
  _setPrototypeOf(GeneratorFunction, Function);
  _Object.defineProperty(GeneratorFunction, "prototype", {
    value: kind,
    writable: false
  });
  define(kind, "constructor", GeneratorFunction);
  define(kind, "prototype", generators);
  define(generators, "constructor", kind);
  if (!iterators) {
    define(generators, symbols ? Symbol.iterator : "@@iterator", function() {
      return this;
    }, true);
  }
  if (symbols && Symbol.toStringTag) {
    define(kind, Symbol.toStringTag, "GeneratorFunction");
    define(generators, Symbol.toStringTag, "Generator");
  }
  function next(value) {
    var machine = this === null || this === void 0 ? void 0 : this[slot];
    if (!machine || machine.owner !== this || machine.running || machine.inner || machine.state < 0) {
      return resume(this, "next", value);
    }
    var state = machine.state;
    machine.state = -1;
    machine.running = true;
    try {
      value = machine.body(machine, state, value);
    } catch (error) {
      return result(machine, machine.fail(error));
    }
    if (machine.inner) return result(machine, machine.resume("next"));
    machine.running = false;
    return {
      value: value,
      done: machine.state < 0 && (machine.done = true)
    };
  }
  function step() {
    if (this.done) return false;
    this.done = true;
    var generator = this.iterator, machine = generator[slot];
    if (!machine || machine.owner !== generator || machine.running || machine.inner || machine.state < 0) {
      return take(this, next.call(generator));
    }
    var state = machine.state, value;
    machine.state = -1;
    machine.running = true;
    try {
      value = machine.body(machine, state);
    } catch (error) {
      return take(this, result(machine, machine.fail(error)));
    }
    if (machine.inner) return take(this, result(machine, machine.resume("next")));
    machine.running = false;
    if (machine.state < 0) {
      machine.done = true;
      return false;
    }
    this.value = value;
    this.done = false;
    return true;
  }
  function take(cursor, result) {
    if (result.done) return false;
    cursor.value = result.value;
    cursor.done = false;
    return true;
  }
  _Generators.next = next;
  _Generators.step = step;
  function finish(value) {
    return resume(this, "return", value);
  }
  function fail(error) {
    return resume(this, "throw", error);
  }
  define(finish, "name", "return");
  define(fail, "name", "throw");
  define(generators, "next", next, true);
  define(generators, "return", finish, true);
  define(generators, "throw", fail, true);
  function resume(generator, how, value) {
    var machine = generator === null || generator === void 0 ? void 0 : generator[slot];
    if (!machine || machine.owner !== generator) {
      throw new _TypeError(how + " was called on something that is no generator");
    }
    if (machine.running) throw new _TypeError("the generator is already running");
    if (machine.done || machine.state === 0 && how !== "next") {
      value = machine.end(how, value);
      return {
        value: how === "next" ? void 0 : value,
        done: true
      };
    }
    return result(machine, machine.resume(how, value));
  }
  function result(machine, value) {
    var innermost = machine;
    while(innermost.inner)innermost = innermost.inner;
    return innermost.delegates ? value : {
      value: value,
      done: machine.done
    };
  }
  return function(fn, name) {
    if (name !== void 0) _setFunctionName(fn, name);
    fn.prototype = _Object.create(generators);
    return _setPrototypeOf(fn, kind);
  };
})();
