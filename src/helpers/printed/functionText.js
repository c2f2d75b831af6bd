var _functionText=/*#__PURE__*/Function.prototype.toString.valueOf();
