var _functionText=function(){return Function.prototype.toString}();
