//! TypeScript → esbuild → downlevel: the map of the last leads to the first.
//!
//! `typescript/out/` is what esbuild 0.28.2 made of `typescript/src/main.ts` with `--bundle --sourcemap
//! --target=es2018 --charset=utf8`; for `min.js` also with `--minify`.

use std::{collections::BTreeSet, fs};

use downlevel::{Code, Options, Output, source_mapping_url, transform};
use oxc_sourcemap::SourceMap;

#[path = "support/words.rs"]
mod words;

use words::{Lines, is_identifier, words};

fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/tests/typescript/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn lowered(name: &str) -> (Output, String) {
    let source = read(&format!("out/{name}"));
    assert_eq!(source_mapping_url(&source), Some(format!("{name}.map").as_str()));
    let options = Options {
        filename: format!("out/{name}"),
        source_map: true,
        input_source_map: Some(read(&format!("out/{name}.map"))),
        ..Options::default()
    };
    let output = transform(&source, &options).unwrap();
    assert!(!output.code.contains("sourceMappingURL"));
    let map = output.map.clone().unwrap();
    (output, map)
}

/// Every identifier of the output that the map leads back to a TypeScript identifier, as (written, read there).
fn names_led_back(name: &str) -> Vec<(String, String)> {
    let (output, json) = lowered(name);
    let map = SourceMap::from_json_string(&json).unwrap();
    let sources: Vec<&str> = map.get_sources().collect();
    assert_eq!(sources, ["src/shapes.ts", "src/main.ts"], "relative to where `out/{name}` is relative to");
    let texts: Vec<Lines> = sources.iter().map(|source| Lines::new(&read(source))).collect();
    for (source, content) in sources.iter().zip(map.get_source_contents()) {
        assert_eq!(content, Some(read(source).as_str()));
    }
    let code = Lines::new(&output.code);
    let mut found = vec![];
    for token in map.get_tokens() {
        let written = code.word((token.get_dst_line(), token.get_dst_col())).expect("a place in the output");
        let Some(source) = token.get_source_id() else { continue };
        let at = (token.get_src_line(), token.get_src_col());
        let read = texts[source as usize].word(at).expect("a place in the TypeScript");
        match token.get_name_id().and_then(|name| map.get_name(name)) {
            // esbuild gives calls of its own helpers their names, at the places that they are made for.
            Some(name) if name.starts_with("__") => continue,
            Some(name) => assert_eq!(name, read, "`{written}` at {}:{}", token.get_dst_line(), token.get_dst_col()),
            None if is_identifier(&written) => {}
            None => continue,
        }
        found.push((written, read));
    }
    found
}

#[test]
fn words_lead_to_the_same_words() {
    let found = names_led_back("main.js");
    let typescript = &words(&read("src/main.ts")) | &words(&read("src/shapes.ts"));
    let exact: BTreeSet<&str> =
        found.iter().filter(|(written, read)| written == read).map(|(written, _)| written.as_str()).collect();
    for word in [
        "Circle", "Math", "PI", "area", "console", "größe", "item", "items", "line", "lines", "load", "log", "push",
        "radius", "reduce", "rest", "shapes", "sum", "then", "total", "unit",
    ] {
        assert!(exact.contains(word), "`{word}` is not led back: {found:?}");
    }
    for (written, read) in &found {
        let strays = typescript.contains(written) && is_identifier(written) && is_identifier(read) && written != read;
        assert!(!strays, "`{written}` leads to `{read}`");
    }
}

#[test]
fn minified_names_have_their_first_ones_back() {
    let (_, json) = lowered("min.js");
    let map = SourceMap::from_json_string(&json).unwrap();
    let found: BTreeSet<&str> = map.get_names().collect();
    for name in ["Circle", "größe", "items", "line", "lines", "load", "radius", "rest", "shapes", "sum", "total"] {
        assert!(found.contains(name), "{name}: {found:?}");
    }
    assert!(names_led_back("min.js").len() > 40);
}

#[test]
fn what_has_no_origin_leads_nowhere() {
    let (output, json) = lowered("main.js");
    let map = SourceMap::from_json_string(&json).unwrap();
    let table = map.generate_lookup_table();
    for (line, text) in output.code.lines().enumerate().filter(|(_, text)| text.contains("__publicField =")) {
        let token = map.lookup_token(&table, line as u32, text.len() as u32 / 2);
        assert!(token.is_none_or(|token| token.get_source_id().is_none()), "{text}");
    }
}

/// `a(b);` with this input map: the error, or the sources and what the two names lead to.
fn through(map: &str) -> Result<(Vec<String>, Vec<Place>), String> {
    let options = Options {
        filename: "lib/a.js".into(),
        source_map: true,
        input_source_map: Some(map.into()),
        ..Options::default()
    };
    let output = transform("a(b);\nc;", &options).map_err(|errors| {
        assert_eq!(errors.as_slice()[0].code, Code::InputSourceMap);
        errors.as_slice()[0].message.clone()
    })?;
    let json = output.map.unwrap();
    let map = SourceMap::from_json_string(&json).unwrap();
    let table = map.generate_lookup_table();
    let places = [(0, 0), (0, 2), (1, 0)].map(|(line, column)| {
        let token = map.lookup_token(&table, line, column)?;
        Some((token.get_source_id()?, token.get_src_line(), token.get_src_col()))
    });
    Ok((map.get_sources().map(str::to_owned).collect(), places.to_vec()))
}

/// Source, line and column.
type Place = Option<(u32, u32, u32)>;

#[test]
fn sources_are_found_from_the_file() {
    let sources =
        |fields: &str| through(&format!(r#"{{"version":3,"names":[],"mappings":"AAAA",{fields}}}"#)).unwrap().0;
    assert_eq!(sources(r#""sources":["a.ts"]"#), ["lib/a.ts"]);
    assert_eq!(sources(r#""sources":["../a.ts","http://x/b.ts"]"#), ["a.ts", "http://x/b.ts"]);
    assert_eq!(sources(r#""sourceRoot":"../src/","sources":["a.ts"]"#), ["src/a.ts"]);
    assert_eq!(sources(r#""sourceRoot":"http://x/src","sources":["a.ts"]"#), ["http://x/src/a.ts"]);
}

/// `null` in `sources`, which the reader of this test does not take, stays.
#[test]
fn sources_without_a_name_stay_without_one() {
    let map = r#"{"version":3,"names":[],"mappings":"AAAA","sourceRoot":"","sources":[null]}"#;
    let options = Options { source_map: true, input_source_map: Some(map.into()), ..Options::default() };
    let json = transform("a(b);", &options).unwrap().map.unwrap();
    assert!(json.contains(r#""sources":[null]"#), "{json}");
}

#[test]
fn sections_are_joined() {
    let map = r#"{"version":3,"sections":[
        {"offset":{"line":0,"column":0},"map":{"version":3,"sources":["x.ts"],"names":[],"mappings":"AAEA"}},
        {"offset":{"line":0,"column":2},"map":{"version":3,"sources":["y.ts"],"names":[],"mappings":"AAAC;AACA"}}
    ]}"#;
    let places = [Some((0, 2, 0)), Some((1, 0, 1)), Some((1, 1, 1))];
    assert_eq!(through(map).unwrap(), (vec!["lib/x.ts".to_owned(), "lib/y.ts".to_owned()], places.to_vec()));
}

#[test]
fn a_place_that_is_not_known_leads_nowhere() {
    let gap = r#"{"version":3,"sources":["x.ts"],"names":[],"mappings":"AAAA,E;"}"#;
    assert_eq!(through(gap).unwrap().1, [Some((0, 0, 0)), None, None]);
    let late = r#")]}'
        {"version":3,"sources":["x.ts"],"names":[],"mappings":"EAAA"}"#;
    assert_eq!(through(late).unwrap().1, [None, Some((0, 0, 0)), None]);
    assert_eq!(through(r#"{"version":3,"sources":[],"mappings":""}"#).unwrap().1, [None, None, None]);
}

#[test]
fn what_is_no_map_is_an_error_that_says_why() {
    for (map, reason) in [
        ("", "it is no JSON: "),
        ("{", "it is no JSON: "),
        ("[]", "it is no object"),
        ("{}", "missing field `version`"),
        (r#"{"version":2,"sources":[],"mappings":""}"#, "unsupported source map version: 2"),
        (r#"{"version":3,"mappings":""}"#, "missing field `sources`"),
        (r#"{"version":3,"sources":[],"mappings":"AAAA"}"#, "Reference to non-existing source at position 0"),
        (r#"{"version":3,"sources":["a"],"mappings":"AA"}"#, "Mapping segment had an unsupported size of 2"),
        (r#"{"version":3,"sections":{}}"#, "its `sections` are no list"),
        (r#"{"version":3,"sections":[1]}"#, "a section has no `offset`"),
        (r#"{"version":3,"sections":[{"offset":{"line":0,"column":-1}}]}"#, "a section has no `offset`"),
        (
            r#"{"version":3,"sections":[{"offset":{"line":4294967295,"column":0},"url":"a.map"}]}"#,
            "a section has no `map`; a `url` in its place is not followed",
        ),
        (
            r#"{"version":3,"sections":[{"offset":{"line":0,"column":0},"map":{"sections":[]}}]}"#,
            "a section has sections itself",
        ),
    ] {
        let error = through(map).expect_err(map);
        let told = error.strip_prefix("the input source map cannot be read: ").expect(&error);
        assert!(told.starts_with(reason), "{map}: {told}");
    }
}

#[test]
fn the_error_points_at_the_comment() {
    let options = Options { source_map: true, input_source_map: Some("no".into()), ..Options::default() };
    let errors = transform("f();\n//# sourceMappingURL=a.js.map\n", &options).unwrap_err();
    assert_eq!((errors.as_slice()[0].primary.line, errors.as_slice()[0].primary.column), (2, 1));
    // Where no map is made, none is read.
    assert!(transform("f();", &Options { source_map: false, ..options }).is_ok());
}

#[test]
fn the_fields_of_the_map_can_be_chosen() {
    let options = Options {
        source_map: true,
        source_root: Some("https://example.org/src/".into()),
        sources_content: false,
        ..Options::default()
    };
    let expected =
        r#"{"version":3,"sourceRoot":"https://example.org/src/","names":[],"sources":["input.js"],"mappings":"AAAA"}"#;
    assert_eq!(transform("a;", &options).unwrap().map.unwrap(), expected);
}

#[test]
fn the_comment_of_the_old_map_is_dropped() {
    for comment in ["//# sourceMappingURL=a.map", "//@ sourceMappingURL=a.map", "/*# sourceMappingURL=a.map */"] {
        for source in [format!("a;\n{comment}"), format!("{comment}\na;"), format!("{{\n{comment}\n}}\na; {comment}\n")]
        {
            let code = transform(&source, &Options::default()).unwrap().code;
            assert!(!code.contains("sourceMappingURL"), "{code}");
        }
    }
    let code = transform("f('//# sourceMappingURL=a'); // sourceURL=\n", &Options::default()).unwrap().code;
    assert_eq!(code, "f('//# sourceMappingURL=a'); // sourceURL=\n");
}
