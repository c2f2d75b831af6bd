// Runs a machine until its next suspension or its end, and gives the value of either. `how` it is resumed: 0 by `next`, 1
// by `throw`, 2 by `return`. At the end, `done` is 2 if a `return` from outside was it. While it runs, `done` is not
// positive.
function _resume(machine, how, value) {
  var state = machine.state;
  for (machine.state = -1; ;) {
    if (how) {
      state = machine.unwind && machine.unwind(machine, how, value);
      if (!state) {
        machine.state = -(machine.done = how);
        if (how > 1) return value;
        throw value;
      }
      value = machine.caught;
    }
    try {
      value = machine.body(machine, state, value);
      machine.done = machine.state < 0 ? -machine.state : 0;
      return value;
    } catch (error) {
      how = 1;
      value = error;
      machine.state = -1;
    }
  }
}
