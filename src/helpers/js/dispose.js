// DisposeResources of a block without `await using`. An error of the block is in `resources.error`. It is taken out before it
// is thrown: on Duktape, `catch` gets what its own `finally` throws after a `return`, and `finally` runs again.
function _dispose(resources) {
  for (var resource; resource = resources.pop();) {
    try {
      resource[1].call(resource[0]);
    } catch (error) {
      _suppress(resources, error);
    }
  }
  if (resource = resources.error) {
    resources.error = 0;
    throw resource[0];
  }
}
