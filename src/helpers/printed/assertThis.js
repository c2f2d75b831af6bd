function _assertThis(a){if(a===void 0)throw new ReferenceError("this can't be used before super()");return a}
