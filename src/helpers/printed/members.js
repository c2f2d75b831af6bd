function _members(a,b){Object.keys(b).forEach(function(c){var d=Object.getOwnPropertyDescriptor(b,c),e={},f;for(f in d)if(d[f]&&f!=="enumerable")e[f]=d[f];Object.defineProperty(a,c,e)})}
