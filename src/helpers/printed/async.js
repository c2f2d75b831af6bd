function _async(a,b){return new Promise(function(c,d){var e={body:a,unwind:b,state:0};function f(g,h){try{h=_resume(e,g,h)}catch(i){return d(i)}if(e.done)c(h);else _await(h,f)}f(0)})}
