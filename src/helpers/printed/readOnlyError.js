function _readOnlyError(a){throw new TypeError("Assignment to constant variable '"+a+"'")}
