function _arrayLike(a){var b=typeof Symbol==="function"&&Symbol.iterator||"@@iterator";return""[b]&&Object(a)===a&&!a[b]&&a.length>=0&&!a.call?[].slice.call(a):a}
