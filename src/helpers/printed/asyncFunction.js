function _asyncFunction(a){a.prototype=void 0;return a}
