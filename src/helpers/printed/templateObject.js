function _templateObject(a,b){return Object.freeze(Object.defineProperty(a,"raw",{value:Object.freeze(b||a.slice())}))}
