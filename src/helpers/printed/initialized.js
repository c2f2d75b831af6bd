function _initialized(a,b){if(a===_uninitialized)_tdzError(b);return a}
