// What has the default import as its `default`: an ES module that was lowered, as its `__esModule` says, has one. Of any
// other module it is what `require` gives.
function _interopDefault(module) {
  return module && module.__esModule ? module : { "default": module };
}
