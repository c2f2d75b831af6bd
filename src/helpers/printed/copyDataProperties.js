function _copyDataProperties(a,b){b=Object(b);for(var c=_ownKeys(b),d=0;d<c.length;d++){if({}.propertyIsEnumerable.call(b,c[d]))_defineProperty(a,c[d],b[c[d]])}return a}
