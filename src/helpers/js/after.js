// At the end of a finally clause: the label to go to, or a negative number to return `completion.value`.
function _after(machine, completion) {
  if (completion.how === 1) throw completion.value;
  if (completion.how) machine.state = -2;
  return typeof completion === "number" ? completion : -1;
}
