var _AsyncQueue = (function() {
  function AsyncQueue(machine) {
    this.machine = machine;
    this.requests = [];
    this.busy = false;
  }
  var methods = AsyncQueue.prototype;
  methods.push = function(how, value, resolve, reject) {
    this.requests.push({
      how: how,
      value: value,
      resolve: resolve,
      reject: reject
    });
    if (!this.busy) this.drain();
  };
  methods.drain = function() {
    while(!this.busy && this.requests.length){
      var request = this.requests[0], how = request.how, machine = this.machine;
      if (machine.state === 0 && how !== "next") machine.done = true;
      this.busy = true;
      if (how === "return") this.awaitReturn(request.value);
      else if (!machine.done) this.step(how, request.value);
      else if (how === "next") this.answer(void 0, true);
      else this.refuse(request.value);
    }
  };
  methods.answer = function(value, done) {
    this.busy = false;
    this.requests.shift().resolve({
      value: value,
      done: done
    });
  };
  methods.refuse = function(error) {
    this.busy = false;
    this.requests.shift().reject(error);
  };
  methods.step = function(how, value) {
    var machine = this.machine;
    try {
      value = machine.resume(how, value);
    } catch (error) {
      return this.refuse(error);
    }
    if (machine.done || machine.yields) {
      machine.yields = false;
      return this.answer(value, machine.done);
    }
    this.wait(value, this.step);
  };
  methods.awaitReturn = function(value) {
    this.wait(value, !this.machine.done ? this.step : function(how, value) {
      if (how === "throw") this.refuse(value);
      else this.answer(value, true);
    }, "return");
  };
  methods.wait = function(value, then, how) {
    var queue = this;
    function next(value) {
      then.call(queue, how || "next", value);
      queue.drain();
    }
    function fail(error) {
      then.call(queue, "throw", error);
      queue.drain();
    }
    try {
      value = Promise.resolve(value);
    } catch (error) {
      return then.call(queue, "throw", error);
    }
    value.then(next, fail);
  };
  return AsyncQueue;
})();
