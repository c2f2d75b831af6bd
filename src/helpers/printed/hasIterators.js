var _hasIterators=function(){return typeof Symbol==="function"&&!![][Symbol.iterator]}();
