// `yield* iterable` in an async generator (ES2018 14.4.14): each result is awaited, then its value is yielded.
function _asyncDelegate(machine, iterable) {
  var iterator = _asyncIteratorOf(iterable), next = iterator.next, asked, waits, closes;
  return _instead(machine, function (how, value) {
    if (!waits) {
      // Calls the method of the iterator; what it returns is awaited.
      asked = how;
      var method = how ? iterator[how > 1 ? "return" : "throw"] : next;
      if (how && method == null) {
        if (how > 1) return { done: 2, value: value };
        closes = 1;
        method = iterator["return"];
        value = method == null ? {} : method.call(iterator);
      } else {
        value = method.call(iterator, value);
      }
      waits = 1;
      if (!closes || method != null) return { value: value };
      how = 0;
    }
    // Takes what was awaited.
    waits = 0;
    if (how) throw value;
    _iteratorResult(value);
    if (closes) throw TypeError("The iterator does not provide a 'throw' method");
    if (value.done) return { done: asked > 1 ? 2 : 1, value: value.value };
    machine.yields = 1;
    return { value: value.value };
  });
}
