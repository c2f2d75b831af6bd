// %TypeError%, in case the program replaces it.
var _TypeError = TypeError;
