function _privateAdd(a,b,c){if(a.has(b))throw new TypeError("The object has this private member already");a.set(b,c)}
