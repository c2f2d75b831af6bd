// DisposeResources up to the next thing to await, which is then in `resources.value`; false at the end. `resources.awaits` is
// 1 if a `null` is to be awaited, once, unless something else is: then it is 2.
function _asyncDispose(resources) {
  for (var resource; resource = resources[resources.length - 1], resource || resources.awaits === 1;) {
    if (resources.awaits === 1 && !(resource && resource[2])) {
      resources.value = void 0;
      return !(resources.awaits = 0);
    }
    resources.pop();
    try {
      if (resource[1]) {
        resources.value = resource[1].call(resource[0]);
        if (resource[2]) return resources.awaits = 2;
      } else {
        resources.awaits = resources.awaits || 1;
      }
    } catch (error) {
      _suppress(resources, error);
    }
  }
  if (resources.error) throw resources.error[0];
}
