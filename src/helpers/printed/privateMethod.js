function _privateMethod(a,b,c){return a.has(b)?c:_privateError()}
