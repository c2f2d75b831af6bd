function _typeof(a){var b=typeof a;if(b!=="object"||!a||typeof Symbol!=="function"||typeof Symbol.iterator==="symbol")return b;return a.constructor===Symbol&&a!==Symbol.prototype?"symbol":b}
