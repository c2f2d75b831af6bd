function _checkDerivedNew(a,b){if(!a||![].isPrototypeOf.call(b,a.constructor))_checkNew(a,b)}
