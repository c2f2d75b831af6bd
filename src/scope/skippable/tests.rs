//! Where lowering does not walk, it would have changed nothing: every fixture becomes the same without that knowledge.

use std::{fs, path::Path};

use swc_common::{FilePathMapping, SourceMap, sync::Lrc};

use crate::{
    lower, nesting,
    options::{Modules, Options},
    parse,
    positions::Positions,
    print,
    scope::{Text, analyze},
};

/// The code of a source, without helpers, and how many candidates were found in it. `None` if it is refused.
fn lowered(source: &str, options: &Options, forgets: bool) -> Option<(String, usize)> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let file = parse::load(source.to_owned(), "input.js", &map);
    let lower = || {
        let parse::Parsed { mut program, comments, .. } = parse::parse(&file, &Options::default()).ok()?;
        let (mut facts, problems) = analyze(&mut program, Text::new(&file, Some(&comments)), options);
        let count = facts.candidates.len();
        if forgets {
            facts.candidates.clear();
        }
        let is_refused = !problems.is_empty() || !lower::lower(&mut program, facts, options).problems.is_empty();
        let source = print::Source { map: &map, file: &file, comments: Some(&comments), input_map: None };
        let printed =
            print::print(program, &Positions::default(), &print::Prelude::AtTop(""), &source, options).ok()?;
        (!is_refused).then_some((printed.code, count))
    };
    nesting::with_stack(&file, lower).ok()?
}

#[test]
fn nothing_to_lower_is_missed() {
    let mut found = 0;
    for feature in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")).unwrap() {
        for case in fs::read_dir(feature.unwrap().path()).unwrap() {
            let path = case.unwrap().path().join("input.js");
            let Ok(source) = fs::read_to_string(&path) else { continue };
            for (spec, modules) in [(false, Modules::CommonJs), (true, Modules::CommonJs), (false, Modules::Preserve)] {
                let options = Options { spec, modules, ..Options::default() };
                let (Some((code, count)), Some((expected, _))) =
                    (lowered(&source, &options, false), lowered(&source, &options, true))
                else {
                    continue;
                };
                assert_eq!(code, expected, "{}", path.display());
                found += count;
            }
        }
    }
    assert!(found > 1000, "only {found} candidates");
}
