// The promise of a module in UMD: `require` is that of AMD or of CommonJS, or knows the globals of a page.
function _requireAnywhere(require, specifier) {
  return Promise.resolve().then(function () {
    return require.toUrl ? _requireLater(require, specifier) : require(specifier);
  });
}
