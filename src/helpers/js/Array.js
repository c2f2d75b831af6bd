// %Array%, in case the program replaces it.
var _Array = Array;
