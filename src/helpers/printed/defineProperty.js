function _defineProperty(a,b,c){if(Object(b)===b||b in a){Object.defineProperty(a,b,{value:c,writable:true,enumerable:true,configurable:true})}else a[b]=c;return a}
