// `import(specifier, options)`, as `_dynamicImport`, where it is not known before what the options say. Of all attributes
// `load` can do without one: `type: "json"`.
function _importWith(specifier, options, load) {
  return new Promise(function (resolve) {
    specifier = _toString(specifier);
    if (options !== void 0) {
      if (Object(options) !== options) throw new TypeError("the options of import() must be an object");
      var attributes = options["with"];
      if (attributes !== void 0) {
        if (Object(attributes) !== attributes) throw new TypeError("import attributes must be an object");
        Object.keys(attributes).forEach(function (key) {
          if (attributes[key] !== "json" || key !== "type") throw new TypeError("the import attribute " + key + " is not known");
        });
      }
    }
    resolve(specifier);
  }).then(load);
}
