// %Object%, in case the program replaces it.
var _Object = Object;
