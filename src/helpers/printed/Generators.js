var _Generators = {};
