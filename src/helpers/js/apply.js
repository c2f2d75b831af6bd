// Call (ES2018 7.3.12): the arguments are there before it is found out that `f` is no function.
function _apply(f, receiver, list) {
  return function () {}.apply.call(f, receiver, list);
}
