function _checkNew(a,b){if(![].isPrototypeOf.call(b.prototype,a))throw TypeError("needs new")}
