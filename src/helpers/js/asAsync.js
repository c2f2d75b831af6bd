// Makes a function an async function (ES2018 25.7.4), for files that can see it: it has no prototype.
function _asAsync(fn) {
  fn.prototype = void 0;
  return fn;
}
