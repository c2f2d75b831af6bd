var _hasIterators=typeof Symbol==="function"&&!![][Symbol.iterator];
