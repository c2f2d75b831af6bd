function _keysIn(a){var b=[],c=0,d={step:function(){while(c<b.length)if((d.value=b[c++])in Object(a))return true;return false}};for(var e in a)b.push(e);return d}
