// `import(specifier)`: the promise of what `load` gives for the specifier, which is made a string at once. What throws on
// the way rejects it.
function _dynamicImport(specifier, load) {
  return new Promise(function (resolve) {
    resolve(_toString(specifier));
  }).then(load);
}
