function _list(a){var b=_forOf(a),c=[];if(!b._go)return b;for(;b._go();)c.push(b[0]);return c}
