function _setLiteralPrototype(a,b){return b===null||Object(b)===b?_setPrototypeOf(a,b):a}
