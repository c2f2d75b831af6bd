// What a variable holds until its lexical declaration is evaluated (ES2018 8.1.1.1: an uninitialized binding).
var _uninitialized = {};
