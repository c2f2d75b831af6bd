function _setComputed(a,b,c){if(typeof b==="object"||b==="__proto__"){Object.defineProperty(a,b,{value:c,writable:true,enumerable:true,configurable:true})}else a[b]=c;return a}
