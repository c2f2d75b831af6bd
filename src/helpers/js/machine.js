// A function body that can be suspended: the execution context of a generator or async function (ES2018 25.4.3).
//
// `body(machine, state, sent)` runs from the label `state` on. It suspends by setting `machine.state` to the label where
// it will go on, and returning a value; any other return is its end. `sent` is what it is resumed with. `unwind` finds what
// catches an error (`_unwind`); a body without `try` has none.
function _machine(body, unwind) {
  return { body: body, unwind: unwind, state: 0 };
}
