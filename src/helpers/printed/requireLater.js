function _requireLater(a,b){return new Promise(function(c,d){a([b],c,d)})}
