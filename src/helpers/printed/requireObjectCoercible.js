function _requireObjectCoercible(a){if(a==null)throw TypeError("Cannot destructure "+a);return a}
