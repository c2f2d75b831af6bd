function _defineAccessor(a,b,c,d){var e={enumerable:true,configurable:true};if(c)e.get=c;if(d)e.set=d;return Object.defineProperty(a,b,e)}
