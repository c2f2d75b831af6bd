// Links CommonJS modules: `load(path)` gives the text of one, `resolve(base, specifier)` its path. Returns what runs the
// module at a path. A module that is still running gives what it has exported so far, as in Node.
(function (load, resolve) {
  var evaluate = eval;
  var modules = Object.create(null);

  return function run(path) {
    if (path in modules) return modules[path].exports;
    var module = (modules[path] = { exports: {} });
    var define = evaluate("(function (exports, require, module) {" + load(path) + "\n})");
    define.call(module.exports, module.exports, function require(specifier) {
      return run(resolve(path, specifier));
    }, module);
    return module.exports;
  };
});
