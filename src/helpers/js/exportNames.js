// `export * from` for SystemJS: exports everything that a module has but its default and the names in `own`.
function _exportNames(module, send, own) {
  var names = Object.create(null);
  for (var name in module) {
    if (name !== "default" && name !== "__esModule" && own.indexOf(name) < 0) names[name] = module[name];
  }
  send(names);
}
