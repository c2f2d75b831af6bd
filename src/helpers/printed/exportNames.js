function _exportNames(a,b,c){var d=Object.create(null);for(var e in a){if(e!=="default"&&e!=="__esModule"&&c.indexOf(e)<0)d[e]=a[e]}b(d)}
