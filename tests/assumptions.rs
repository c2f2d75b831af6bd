//! What `docs/assumptions.md` shows of each assumption is what happens.

use downlevel::{Assumptions, Helpers, Modules, Options, transform};

const DOCUMENT: &str = include_str!("../docs/assumptions.md");

/// The example of an assumption: the source, and its output without and with it.
struct Example<'a> {
    source: &'a str,
    without: &'a str,
    with: &'a str,
}

#[test]
fn the_document_shows_the_outputs() {
    for name in Assumptions::NAMES {
        let example = example(name).unwrap_or_else(|| panic!("docs/assumptions.md has no example of {name}"));
        let mut assumptions = Assumptions::default();
        *assumptions.by_name(name).unwrap() = false;
        assert_eq!(output(&example, assumptions), example.without, "without {name}");
        *assumptions.by_name(name).unwrap() = true;
        assert_eq!(output(&example, assumptions), example.with, "with {name}");
    }
}

/// The first block of code in the section of an assumption.
fn example(name: &str) -> Option<Example<'static>> {
    let (_, section) = DOCUMENT.split_once(&format!("\n### `{name}`\n"))?;
    let (_, block) = section.split_once("```js\n")?;
    let (block, _) = block.split_once("```")?;
    let (source, outputs) = block.split_once("// without\n")?;
    let (without, with) = outputs.split_once("// with\n")?;
    Some(Example { source, without, with })
}

/// The output, but for the lines that load helpers.
fn output(example: &Example, assumptions: Assumptions) -> String {
    let modules = if example.source.contains("export") { Modules::CommonJs } else { Modules::Preserve };
    let helpers = Helpers::External("helpers".to_owned());
    let options = Options { assumptions, modules, helpers, ..Options::default() };
    let code = transform(example.source, &options).unwrap().code;
    code.lines().filter(|line| !line.contains("\"helpers\"")).map(|line| format!("{line}\n")).collect()
}
