var _functionText=Function.prototype.toString;
