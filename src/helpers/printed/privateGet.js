function _privateGet(a,b){var c=a.get(b);return c===void 0?_privateMethod(a,b):c}
