function _setPrototypeOf(a,b){if(Object.setPrototypeOf)Object.setPrototypeOf(a,b);else if([].__proto__)a.__proto__=b;return a}
