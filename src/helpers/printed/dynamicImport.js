function _dynamicImport(specifier, load) {
  return new Promise(function(resolve) {
    resolve(_toString(specifier));
  }).then(load);
}
