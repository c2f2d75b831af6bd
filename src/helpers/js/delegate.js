// `yield* iterable` in a generator (ES2018 14.4.14). What it suspends with is the result object of the iterator, which the
// generator passes on as it is (`raw`).
function _delegate(machine, iterable) {
  var iterator = _iteratorOf(iterable), next = iterator.next;
  return _instead(machine, function (how, value) {
    var method = how ? iterator[how > 1 ? "return" : "throw"] : next;
    if (how && method == null) {
      if (how > 1) return { done: 2, value: value };
      method = iterator["return"];
      if (method != null) _iteratorResult(method.call(iterator));
      throw TypeError("The iterator does not provide a 'throw' method");
    }
    value = _iteratorResult(method.call(iterator, value));
    if (value.done) return { done: how > 1 ? 2 : 1, value: value.value };
    machine.raw = 1;
    return { value: value };
  });
}
