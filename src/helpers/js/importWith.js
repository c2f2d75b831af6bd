// `import(specifier, options)`, as `_dynamicImport`, where it is not known before what the options say. Of all attributes
// `load` can do without one: `type: "json"`.
function _importWith(specifier, options, load) {
  return new Promise(function (resolve) {
    specifier = _toString(specifier);
    if (options !== void 0) {
      if (!_isObject(options)) throw new _TypeError("the options of import() must be an object");
      var attributes = options["with"];
      if (attributes !== void 0) {
        if (!_isObject(attributes)) throw new _TypeError("import attributes must be an object");
        _Object.keys(attributes).forEach(function (key) {
          if (attributes[key] !== "json" || key !== "type") throw new _TypeError("the import attribute " + key + " is not known");
        });
      }
    }
    resolve(specifier);
  }).then(load);
}
