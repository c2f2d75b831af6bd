var _hasIterators=/*#__PURE__*/function(){return typeof Symbol==="function"&&!![][Symbol.iterator]}();
