// Lets something else run in the place of a machine, which has been set to the state where it goes on afterwards. `run(how,
// value)` gives { done, value }: it has not ended, has ended, or with 2 has ended by a `return` from outside.
function _instead(machine, run) {
  var body = machine.body, unwind = machine.unwind, state = machine.state, how = 0;

  function step(self, now, value) {
    // What is thrown here, and what comes afterwards, is the machine's own.
    machine.body = body;
    machine.unwind = unwind;
    machine.state = -1;
    now = how;
    machine.raw = how = 0;
    now = run(now, value);
    if (now.done) return now.done > 1 ? _resume(machine, 2, now.value) : body(machine, state, now.value);
    machine.body = step;
    machine.unwind = function (self, completion, value) {
      how = completion;
      machine.caught = value;
      return state;
    };
    machine.state = state;
    return now.value;
  }

  return step();
}
