function _parent(a){var b=Object.getPrototypeOf(a.C);return b===a.parent?a.constructor:_callable(b,a.C)}
