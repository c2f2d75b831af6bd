// %ReferenceError%, in case the program replaces it.
var _ReferenceError = ReferenceError;
