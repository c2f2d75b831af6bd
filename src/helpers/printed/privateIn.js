function _privateIn(a,b){if(Object(b)!==b)throw new TypeError("The right side of 'in' must be an object");return a.has(b)}
