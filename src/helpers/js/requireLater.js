// The promise of a module that AMD loads.
function _requireLater(require, specifier) {
  return new Promise(function (resolve, reject) {
    require([specifier], resolve, reject);
  });
}
