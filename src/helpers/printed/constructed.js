function _constructed(a,b){if(Object(a)===a)return a;if(a!==void 0)throw TypeError("a derived constructor may return an object or undefined");return _assertThis(b)}
