var _Machine = (function() {
  function Machine(body, regions) {
    this.owner = null;
    this.body = body;
    this.regions = regions;
    this.state = 0;
    this.done = false;
    this.running = false;
    this.inner = null;
  }
  var methods = Machine.prototype;
  methods.region = 0;
  methods.yields = false;
  methods.returned = false;
  methods.caught = void 0;
  methods.resume = function(how, value) {
    var state = this.state;
    this.state = -1;
    this.running = true;
    for(;;){
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
  methods.fail = function(error) {
    this.inner = null;
    return this.resume("throw", error);
  };
  methods.unwind = function(how, value) {
    while(this.region){
      var label = this.regions[2 * this.region - 1];
      this.region = this.regions[2 * this.region - 2];
      if (label < 0 || how === "throw") {
        this.caught = label < 0 ? {
          how: how,
          value: value
        } : value;
        return Math.abs(label);
      }
    }
    return -1;
  };
  methods.end = function(how, value) {
    this.state = -1;
    this.done = true;
    this.running = false;
    this.returned = how === "return";
    if (how === "throw") throw value;
    return value;
  };
  methods.after = function(completion) {
    if (typeof completion === "number") return completion;
    if (completion.how === "throw") throw completion.value;
    return -1;
  };
  methods.exit = function(completion) {
    this.returned = completion.how === "return";
    return completion.value;
  };
  return Machine;
})();
