function _findProperty(a,b){var c;do{c=Object.getOwnPropertyDescriptor(a,b)}while(!c&&(a=Object.getPrototypeOf(a)));return c}
