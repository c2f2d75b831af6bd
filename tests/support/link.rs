//! Modules as one script, for engines that have no loader: small ones of CommonJS, AMD and SystemJS.

use downlevel::Modules;

/// Runs the first of `modules` (file names and code), which are in the format `form`; they name each other as `./name`.
pub fn link(modules: &[(String, String)], form: Modules) -> String {
    let (loader, params) = match form {
        Modules::System => (SYSTEM, "System"),
        Modules::Amd => (REQUIRE, "define"),
        _ => (REQUIRE, "exports, require, module, __filename"),
    };
    let mut script = String::from("(function (modules, main) {\n");
    script.push_str(loader);
    script.push_str("})({\n");
    for (name, code) in modules {
        script.push_str(&format!("{name:?}: function ({params}) {{\n{code}}},\n"));
    }
    let main = modules.first().map_or("", |(name, _)| name);
    script.push_str(&format!("\"\": null }}, {main:?});\n"));
    script
}

/// Of a module for AMD, the function has one parameter.
const REQUIRE: &str = r#"
  var loaded = {};
  function require(specifier) {
    var name = specifier.replace("./", "");
    if (name === "url") return { pathToFileURL: function (path) { return { href: "file://" + path }; } };
    if (loaded.hasOwnProperty(name)) return loaded[name].exports;
    var module = (loaded[name] = { exports: {} });
    if (modules[name].length === 1) modules[name](define.bind(null, module));
    else modules[name].call(module.exports, module.exports, require, module, "/" + name);
    return module.exports;
  }
  function define(module, names, factory) {
    var given = names.map(function (name) {
      if (name === "exports") return module.exports;
      if (name === "module") return { uri: "./input.js" };
      return name === "require" ? requireLater : require(name);
    });
    var value = factory.apply(void 0, given);
    if (value !== void 0) module.exports = value;
  }
  function requireLater(names, resolve, reject) {
    try {
      resolve(require(names[0]));
    } catch (error) {
      reject(error);
    }
  }
  require(main);
"#;

const SYSTEM: &str = r#"
  var records = {};
  function load(specifier) {
    var name = specifier.replace("./", "");
    if (records.hasOwnProperty(name)) return records[name];
    var record = (records[name] = { namespace: {}, setters: [], hasRun: false });
    if (typeof Symbol === "function") Object.defineProperty(record.namespace, Symbol.toStringTag, { value: "Module" });
    modules[name]({
      register: function (specifiers, declare) {
        var declaration = declare(send.bind(null, record), { import: importLater, meta: { url: name } });
        record.execute = declaration.execute;
        record.imported = specifiers.map(load);
        record.imported.forEach(function (imported, index) {
          imported.setters.push(declaration.setters[index]);
          declaration.setters[index](imported.namespace);
        });
      }
    });
    return record;
  }
  function send(record, name, value) {
    var values = name;
    if (typeof name !== "object") (values = {})[name] = value;
    var namespace = record.namespace;
    var changed = Object.keys(values).filter(function (key) {
      var isKnown = Object.prototype.hasOwnProperty.call(namespace, key);
      var before = namespace[key], after = (namespace[key] = values[key]);
      return !isKnown || (before !== after && (before === before || after === after));
    });
    // Otherwise modules that export all of each other would tell each other forever.
    if (changed.length) record.setters.forEach(function (setter) { setter(namespace); });
    return value;
  }
  function run(record) {
    if (record.hasRun) return;
    record.hasRun = true;
    record.imported.forEach(run);
    record.execute();
  }
  function importLater(specifier) {
    return Promise.resolve().then(function () {
      var record = load(specifier);
      run(record);
      return record.namespace;
    });
  }
  run(load(main));
"#;
