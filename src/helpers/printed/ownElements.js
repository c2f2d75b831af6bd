function _ownElements(a){return a.rest(function(b,c){Object.defineProperty(b,b.length,{value:c,writable:true,enumerable:true,configurable:true})})}
