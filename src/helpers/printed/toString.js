function _toString(a){return typeof a==="string"?a:"".concat(a)}
