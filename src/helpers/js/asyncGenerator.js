// EvaluateBody of an async generator function (ES2018 14.5.10): the generator object. `receiver` is the function's `this`,
// from which a `new` can be told.
function _asyncGenerator(fn, receiver, body, unwind) {
  var prototype = fn.prototype, slot = _asAsyncGenerator();
  var machine = { body: body, unwind: unwind, state: 0 }, requests = [], generator, busy;
  if (Object(prototype) !== prototype) prototype = _asAsyncGenerator.prototype;
  else if (receiver instanceof fn && !receiver[slot]) throw TypeError("no constructor");

  // AsyncGeneratorResumeNext (ES2018 25.5.3.5): works at the requests one after the other.
  function drain() {
    while (!busy && requests.length) {
      var how = requests[0].how, value = requests[0].value;
      busy = 1;
      if (how && !machine.state) machine.done = 1;
      if (how > 1) _await(value, returned);
      else if (machine.done) answer(how, how ? value : void 0);
      else step(how, value);
    }
  }

  function answer(how, value) {
    var request = requests.shift();
    busy = 0;
    if (how) request.reject(value);
    else request.resolve({ value: value, done: !!machine.done });
  }

  // Runs the machine until it yields or ends, or up to an `await`.
  function step(how, value) {
    try {
      value = _resume(machine, how, value);
    } catch (error) {
      return answer(1, error);
    }
    if (machine.done || machine.yields) {
      machine.yields = 0;
      answer(0, value);
    } else {
      _await(value, next);
    }
  }

  function next(how, value) {
    step(how, value);
    drain();
  }

  // The value of a `return` has been awaited, by the generator if it is suspended at a `yield`.
  function returned(how, value) {
    if (machine.done) answer(how, value);
    else step(how || 2, value);
    drain();
  }

  generator = Object.create(prototype);
  if (slot === "_generator") Object.defineProperty(generator, slot, { writable: true });
  generator[slot] = function (self, how, value, resolve, reject) {
    if (self !== generator) throw TypeError("no async generator");
    requests.push({ how: how, value: value, resolve: resolve, reject: reject });
    drain();
  };
  return generator;
}
