function _await(a,b){try{a=Promise.resolve(a)}catch(c){return b(1,c)}a.then(function(c){b(0,c)},function(c){b(1,c)})}
