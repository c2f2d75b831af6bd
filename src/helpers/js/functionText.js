// Function.prototype.toString, in case the program replaces it.
var _functionText = Function.prototype.toString;
