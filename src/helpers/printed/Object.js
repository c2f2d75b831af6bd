var _Object=Object;
