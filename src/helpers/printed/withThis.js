function _withThis(a,b){for(var c=0;c<b.length;c++){var d=Object(b[c]);if(a in d){var e=typeof Symbol==="function"&&Symbol.unscopables&&d[Symbol.unscopables];if(!e||!e[a])return d}}}
