function _privateSetter(a,b,c,d){_privateMethod(a,b,c).call(b,d);return d}
