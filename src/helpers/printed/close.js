function _close(a,b){try{a._go&&a._go(1)}finally{if(b)throw b[0]}}
