// Number::exponentiate, for files in which `Math` means something else than the built-in object. The global object is
// reached by a function that knows no other scope.
var _pow = Function("return Math.pow")();
