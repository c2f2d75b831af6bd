// What finds the clause that a throw or return leads to: its label, and what it is sent in `machine.caught`. A catch clause
// is sent the error. A finally clause is sent a completion, { how: 1 or 2, value }; the body itself enters it with { value }
// to return, or with the label to go to afterwards.
//
// `machine.region` is the innermost `try` that the body is in, 0 or nothing for none. `regions` holds two numbers for each,
// counted from 1: the region around it, and the label of its catch clause, or the negative one of its finally clause.
function _unwind(regions) {
  return function (machine, how, value) {
    for (var region, label; !(machine.done > 0) && (region = 2 * machine.region);) {
      label = regions[region - 1];
      machine.region = regions[region - 2];
      if (label < 0 || how < 2) {
        machine.caught = label < 0 ? { how: how, value: value } : value;
        return Math.abs(label);
      }
    }
  };
}
