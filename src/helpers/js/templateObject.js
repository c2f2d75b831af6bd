// GetTemplateObject (ES2018 12.2.9.4) without its cache, which is the call site's. No raw: the same as cooked.
function _templateObject(cooked, raw) {
  return Object.freeze(Object.defineProperty(cooked, "raw", { value: Object.freeze(raw || cooked.slice()) }));
}
