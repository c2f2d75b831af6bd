// Keeps an error in `resources.error`, in brackets. One that is there already is what the new one suppresses.
function _suppress(resources, error) {
  var suppressed = resources.error, made;

  function define(name, value) {
    Object.defineProperty(made, name, { value: value, writable: true, configurable: true });
  }

  if (suppressed) {
    suppressed = suppressed[0];
    if (typeof SuppressedError === "function") {
      made = new SuppressedError(error, suppressed);
    } else {
      made = new Error();
      define("name", "SuppressedError");
      define("error", error);
      define("suppressed", suppressed);
    }
    error = made;
  }
  resources.error = [error];
}
