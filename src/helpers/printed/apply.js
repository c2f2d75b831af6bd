function _apply(a,b,c){return function(){}.apply.call(a,b,c)}
