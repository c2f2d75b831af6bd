function _privateKey(a){return"_"+a+Math.random()}
