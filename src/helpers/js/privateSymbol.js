// With `privateFieldsAsSymbols`: the name of a property that stands for a private one.
function _privateSymbol(name) {
  return typeof Symbol === "function" ? Symbol(name) : "_" + name + Math.random();
}
