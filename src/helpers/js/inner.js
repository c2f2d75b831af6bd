// Runs another machine in the place of the current one: the body of a loop that has become a function.
function _inner(machine, inner) {
  return _instead(machine, function (how, value) {
    value = _resume(inner, how, value);
    machine.yields = inner.yields;
    machine.raw = inner.raw;
    inner.yields = 0;
    return { done: inner.done, value: value };
  });
}
