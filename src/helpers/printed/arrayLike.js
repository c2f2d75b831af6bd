function _arrayLike(a){var b=Object(a)===a&&!a[typeof Symbol==="function"&&Symbol.iterator||"@@iterator"]&&a.length>=0&&!a.call;return b?[].slice.call(a):a}
