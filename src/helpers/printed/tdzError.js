function _tdzError(a){throw new ReferenceError("Cannot access '"+a+"' before initialization")}
