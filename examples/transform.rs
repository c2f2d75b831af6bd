//! Source text to ES5, and what there is to say about it: `cargo run --example transform`.

use downlevel::{Errors, Options, transform};

const SOURCE: &str = "\
const summarize = async ({ id, ...details }) => `${id}: ${Object.keys(details)}`;
";

pub(crate) fn main() -> Result<(), Errors> {
    let options = Options { filename: "src/summarize.js".into(), ..Options::default() };
    let output = transform(SOURCE, &options)?;
    println!("{}", output.code);
    println!("// needs at run time: {}", output.required_builtins.join(", "));

    // Every mistake is reported with its place. Diagnostics are data; `Display` is for logs.
    for error in transform("let a; let a; b ?? c", &options).unwrap_err() {
        println!("// {} [{}]", error.to_string().replace('\n', "\n// "), error.code);
    }
    Ok(())
}
