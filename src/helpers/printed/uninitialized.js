var _uninitialized = {};
