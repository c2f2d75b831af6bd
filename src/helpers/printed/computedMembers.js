function _computedMembers(a,b){_ownKeys(b).forEach(function(c){var d=Object.getOwnPropertyDescriptor(b,c);d.enumerable=false;d.get||delete d.get;d.set||delete d.set;Object.defineProperty(a,c,d)})}
