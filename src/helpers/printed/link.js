function _link(a,b){var c=_inherits(a,b);return{C:a,parent:Object.getPrototypeOf(a),constructor:c}}
