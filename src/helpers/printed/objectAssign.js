function _objectAssign(a,b){if(Object.assign)return Object.assign(a,b);for(var c in b=Object(b))if({}.hasOwnProperty.call(b,c))a[c]=b[c];return a}
