var _Object = Object;
