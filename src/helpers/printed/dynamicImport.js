function _dynamicImport(a,b){return new Promise(function(c){c(_toString(a))}).then(b)}
