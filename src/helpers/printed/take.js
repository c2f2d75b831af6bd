function _take(a,b){var c=_forOf(a),d=[];if(!c._go)return c;for(;d.length<b&&c._go();)d.push(c[0]);c._go(1);return d}
