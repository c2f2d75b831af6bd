function _inherits(a,b){var c=b&&b.prototype;if(b!==null&&(typeof b!=="function"||c!==null&&Object(c)!==c))throw TypeError("can't extend "+String(b));_subclass(a,b,c);return _callable(b,a)}
