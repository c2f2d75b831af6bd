function _callable(a,b){if(a&&!/^class|(native|bound) code|new\.target|\[object F/.test(_functionText.call(a)))return a;return _native(a,b)}
