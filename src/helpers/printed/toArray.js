function _toArray(a){for(var b=[],c=_forOf(a),d=0;d<c.length||c._go&&c._go(d=0);)b.push(c[d++]);return b}
