function _iteratorResult(a){if(Object(a)!==a)throw new TypeError("an iterator or its result is no object: "+String(a));return a}
