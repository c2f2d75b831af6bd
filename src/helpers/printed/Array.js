var _Array=Array;
