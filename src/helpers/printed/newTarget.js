function _newTarget(a,b){var c=b.prototype;if(Object(a)!==a||Object(c)!==c)return void 0;if(Object.getPrototypeOf(a)===c)return b;if(Object.prototype.isPrototypeOf.call(c,a))return a.constructor}
