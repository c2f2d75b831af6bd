// Function.prototype.toString, in case the program replaces it. As a call, it can be dropped.
var _functionText = /*#__PURE__*/ Function.prototype.toString.valueOf();
