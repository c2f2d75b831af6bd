function _templateObject(cooked, raw) {
  return _Object.freeze(_Object.defineProperty(cooked, "raw", {
    value: _Object.freeze(raw || cooked.slice())
  }));
}
