// AddDisposableResource with the hint async-dispose. What can only be disposed of at once gives a promise all the same; there
// is something to await for `null`, too.
function _asyncUsing(resources, value) {
  var method, dispose;
  if (value !== null && value !== void 0) {
    method = _disposeMethod(value, "asyncDispose", 1);
    if (method == null) {
      dispose = _disposeMethod(value, "dispose");
      method = function () {
        try {
          dispose.call(value);
        } catch (error) {
          return Promise.reject(error);
        }
      };
    }
  }
  resources.push([value, method, 1]);
  return value;
}
