function _inner(a,b){return _instead(a,function(c,d){d=_resume(b,c,d);a.yields=b.yields;a.raw=b.raw;b.yields=0;return{done:b.done,value:d}})}
