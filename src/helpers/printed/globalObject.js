function _globalObject(){return this||(typeof globalThis==="object"?globalThis:Function("return this")())}
