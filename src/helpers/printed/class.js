function _class(a){Object.create(Object.defineProperty(a,"prototype",{writable:false}));return a}
