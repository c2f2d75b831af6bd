function _dispose(a){for(var b;b=a.pop();){try{b[1].call(b[0])}catch(c){_suppress(a,c)}}if(b=a.error){a.error=0;throw b[0]}}
