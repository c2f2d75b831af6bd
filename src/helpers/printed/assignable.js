function _assignable(a,b,c){if(b===_uninitialized)_tdzError(c);return a}
