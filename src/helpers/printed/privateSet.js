function _privateSet(a,b,c){_privateMethod(a,b);a.set(b,c);return c}
