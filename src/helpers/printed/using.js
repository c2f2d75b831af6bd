function _using(a,b){if(b!==null&&b!==void 0)a.push([b,_disposeMethod(b,"dispose")]);return b}
