//! What a bundler does with it: several modules to one ES5 script that holds the helpers once.
//! `cargo run --example loader`

use std::collections::BTreeSet;

use downlevel::{Errors, HelperModule, Helpers, Modules, Options, SourceType, helper_module, transform};

/// What a file system would hold.
const MODULES: [(&str, &str); 2] = [
    ("shapes.js", "export class Square { constructor(...sides) { [this.side] = sides; } }"),
    ("main.js", "import { Square } from 'shapes.js';\nconst { side, ...rest } = new Square(3, 3);\nprint(`${side}`);"),
];
const HELPERS: &str = "helpers";
/// The `require` that the output of `Modules::CommonJs` asks for.
const RUNTIME: &str = "\
var modules = {}, loaded = {};
function require(name) {
  if (loaded[name]) return loaded[name].exports;
  var module = loaded[name] = { exports: {} };
  modules[name](module, module.exports, require);
  return module.exports;
}
";

pub(crate) fn main() -> Result<(), Errors> {
    println!("{}", bundle()?);
    Ok(())
}

pub(crate) fn bundle() -> Result<String, Errors> {
    let mut builtins = BTreeSet::new();
    let mut bundle = RUNTIME.to_owned() + &wrapped(HELPERS, &helper_module(HelperModule::CommonJs));
    for (name, source) in MODULES {
        let options = Options {
            filename: name.into(),
            source_type: SourceType::Module,
            modules: Modules::CommonJs,
            helpers: Helpers::External(HELPERS.into()),
            ..Options::default()
        };
        let output = transform(source, &options)?;
        bundle += &wrapped(name, &output.code);
        builtins.extend(output.required_builtins);
    }
    let builtins: Vec<String> = builtins.into_iter().collect();
    Ok(format!("// needs: {}\n{bundle}require(\"main.js\");\n", builtins.join(", ")))
}

fn wrapped(name: &str, code: &str) -> String {
    format!("modules[\"{name}\"] = function (module, exports, require) {{\n{code}}};\n")
}
