function _requireAnywhere(a,b){return Promise.resolve().then(function(){return a.toUrl?_requireLater(a,b):a(b)})}
