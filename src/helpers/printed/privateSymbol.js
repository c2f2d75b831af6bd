function _privateSymbol(a){return typeof Symbol==="function"?Symbol(a):"_"+a+Math.random()}
