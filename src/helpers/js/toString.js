// ToString (ES2018 7.1.12) for template literals: toString before valueOf, unlike "" + value; a symbol is a TypeError.
function _toString(value) {
  return typeof value === "string" ? value : "".concat(value);
}
