var _Array = Array;
