function _field(a,b,c){"use strict";if(b in a){Object.defineProperty(a,b,{value:c,writable:true,enumerable:true,configurable:true})}else{a[b]=c}}
