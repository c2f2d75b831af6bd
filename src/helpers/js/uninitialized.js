// What a variable holds until its lexical declaration is evaluated (ES2018 8.1.1.1: an uninitialized binding). Scripts of
// one page share it, as they share their variables.
var _uninitialized = _uninitialized || {};
