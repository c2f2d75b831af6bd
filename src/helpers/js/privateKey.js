// The name of a property that stands for a private one: nothing else has it.
function _privateKey(name) {
  return "_" + name + Math.random();
}
