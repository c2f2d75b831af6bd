var _uninitialized=_uninitialized||{};
