// A function body that can be suspended: the execution context of a generator or async function (ES2018 25.4.3).
//
// `body(machine, state, sent)` runs from the label `state` on. It suspends by setting `machine.state` to the label where
// it will go on, and returning a value; any other return is its end. `sent` is what it is resumed with.
//
// `machine.region` is the innermost `try` that the body is in, 0 for none. `regions` holds two numbers for each, counted
// from 1: the region around it, and the label of its catch clause, or the negative one of its finally clause. A catch
// clause is sent the error. A finally clause is sent a completion, { how: "throw" or "return", value }; the body itself
// enters it with { value } to return, or with the label to go to afterwards.
var _Machine = (function () {
  function Machine(body, regions) {
    // The generator object that it belongs to, if it does.
    this.owner = null;
    this.body = body;
    this.regions = regions;
    this.state = 0;
    this.done = false;
    this.running = false;
    // What the body has set to run in its place: another machine, or what behaves like one.
    this.inner = null;
  }

  var methods = Machine.prototype;

  // Few machines change these.
  methods.region = 0;
  // In async generators: the suspension is a `yield`, not an `await`.
  methods.yields = false;
  // It was ended by a return from outside.
  methods.returned = false;
  methods.caught = void 0;

  // Goes on, in the way of "next", "throw" or "return", until the next suspension or the end.
  methods.resume = function (how, value) {
    var state = this.state;
    this.state = -1;
    this.running = true;
    for (;;) {
      if (how !== "next" && !this.inner) {
        state = this.unwind(how, value);
        if (state < 0) return this.end(how, value);
        value = this.caught;
      }
      try {
        if (this.inner) {
          value = this.inner.resume(how, value);
          if (!this.inner.done) {
            this.state = state;
            this.yields = this.inner.yields;
            this.inner.yields = false;
            this.running = false;
            return value;
          }
          how = this.inner.returned ? "return" : "next";
          this.inner = null;
        } else {
          how = "next";
          value = this.body(this, state, value);
          if (!this.inner) {
            this.done = this.state < 0;
            this.running = false;
            return value;
          }
          state = this.state;
          this.state = -1;
          value = void 0;
        }
      } catch (error) {
        this.inner = null;
        this.state = -1;
        how = "throw";
        value = error;
      }
    }
  };

  // Goes on after the body has thrown.
  methods.fail = function (error) {
    this.inner = null;
    return this.resume("throw", error);
  };

  // Finds the clause that a throw or return leads to, and what it is sent; -1 if there is none.
  methods.unwind = function (how, value) {
    while (this.region) {
      var label = this.regions[2 * this.region - 1];
      this.region = this.regions[2 * this.region - 2];
      if (label < 0 || how === "throw") {
        this.caught = label < 0 ? { how: how, value: value } : value;
        return Math.abs(label);
      }
    }
    return -1;
  };

  methods.end = function (how, value) {
    this.state = -1;
    this.done = true;
    this.running = false;
    this.returned = how === "return";
    if (how === "throw") throw value;
    return value;
  };

  // At the end of a finally clause: the label to go to, or -1 to return.
  methods.after = function (completion) {
    if (typeof completion === "number") return completion;
    if (completion.how === "throw") throw completion.value;
    return -1;
  };

  // Where no finally clause is left to run: the value to return.
  methods.exit = function (completion) {
    this.returned = completion.how === "return";
    return completion.value;
  };

  return Machine;
})();
