function _asAsync(a){a.prototype=void 0;return a}
