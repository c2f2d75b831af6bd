// AddDisposableResource with the hint sync-dispose: `resources` gets the value and the method that disposes of it.
function _using(resources, value) {
  if (value !== null && value !== void 0) resources.push([value, _disposeMethod(value, "dispose")]);
  return value;
}
