//! CommonJS modules as one script, for engines that have no `require`.

/// Runs the first of `modules` (file names and code); they require each other as `./name`.
pub fn link(modules: &[(String, String)]) -> String {
    let mut script = String::from("(function (modules, main) {\n");
    script.push_str(REQUIRE);
    script.push_str("})({\n");
    for (name, code) in modules {
        script.push_str(&format!("{name:?}: function (exports, require, module) {{\n{code}}},\n"));
    }
    let main = modules.first().map_or("", |(name, _)| name);
    script.push_str(&format!("\"\": null }}, {main:?});\n"));
    script
}

const REQUIRE: &str = r#"
  var loaded = {};
  function require(specifier) {
    var name = specifier.replace("./", "");
    if (loaded.hasOwnProperty(name)) return loaded[name].exports;
    var module = (loaded[name] = { exports: {} });
    modules[name].call(module.exports, module.exports, require, module);
    return module.exports;
  }
  require(main);
"#;
