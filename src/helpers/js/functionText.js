// Function.prototype.toString, in case the program replaces it.
var _functionText = /*#__PURE__*/ function () {
  return Function.prototype.toString;
}();
