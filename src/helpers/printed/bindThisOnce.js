function _bindThisOnce(a,b,c){if(c)throw ReferenceError("super() may be called only once");return _bindThis(a,b)}
