function _setPrototypeOf(a,b){if(Object.setPrototypeOf)Object.setPrototypeOf(a,b);else if("__proto__"in{})a.__proto__=b;return a}
