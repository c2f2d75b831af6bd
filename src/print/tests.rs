//! What is printed, and where the source map leads.

use oxc_sourcemap::SourceMap as Map;
use swc_common::FilePathMapping;
use swc_ecma_ast::Ident;
use swc_ecma_visit::{VisitMut, VisitMutWith};

use super::*;
use crate::{SourceType, parse};

fn options() -> Options {
    Options { source_map: true, filename: "dir/in.js".into(), source_type: SourceType::Script, ..Options::default() }
}

/// Prints `source` with each name `x` renamed to `_x`.
fn printed(source: &str) -> Printed {
    struct Rename;
    impl VisitMut for Rename {
        fn visit_mut_ident(&mut self, ident: &mut Ident) {
            if ident.sym.starts_with('x') {
                ident.sym = format!("_{}", ident.sym).into();
            }
        }
    }
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    map.new_source_file(Lrc::new(swc_common::FileName::Anon), "another file, to move positions");
    let file = parse::load(source.to_owned(), "dir/in.js", &map);
    let parsed = parse::parse(&file, &options()).expect(source);
    let mut program = parsed.program;
    program.visit_mut_with(&mut Rename);
    let origin = Source { map: &map, file: &file, comments: Some(&parsed.comments), input_map: None };
    print(program, &Positions::default(), &Prelude::AtTop(""), &origin, &options()).expect(source)
}

fn code(source: &str) -> String {
    printed(source).code
}

/// Lines as ECMAScript counts them, for output and source.
fn lines(text: &str) -> Vec<Vec<u16>> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    text.split('\n').map(|line| line.encode_utf16().collect()).collect()
}

/// Every word of the output that `wanted` likes must lead to the place of the same word in the source.
fn assert_leads_back(source: &str, wanted: impl Fn(&str) -> bool) {
    let Printed { code, map } = printed(source);
    let json = map.expect("a map");
    let map = Map::from_json_string(&json).expect("a valid map");
    let table = map.generate_lookup_table();
    let source_lines = lines(source.trim_start_matches('\u{FEFF}'));
    let mut found = 0;
    for (line, text) in lines(&code).iter().enumerate() {
        let text = String::from_utf16_lossy(text);
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| wanted(word)) {
            let column = text[..word.as_ptr() as usize - text.as_ptr() as usize].encode_utf16().count();
            let token = map.lookup_token(&table, line as u32, column as u32).expect(word);
            assert_eq!(token.get_dst_col() as usize, column, "{word} has no mark of its own in\n{code}");
            let rest = &source_lines[token.get_src_line() as usize][token.get_src_col() as usize..];
            let rest = String::from_utf16_lossy(rest);
            let original = word.strip_prefix('_').unwrap_or(word);
            assert!(rest.starts_with(original), "{word} leads to {rest:?}");
            let name = token.get_name_id().and_then(|name| map.get_name(name));
            assert_eq!(name, word.strip_prefix('_'), "the name of {word}");
            found += 1;
        }
    }
    assert!(found > 0, "nothing wanted in\n{code}");
}

fn is_name(word: &str) -> bool {
    !matches!(word, "" | "var" | "function" | "if" | "else" | "return" | "for")
        && !word.starts_with(|c: char| c.is_ascii_digit())
}

#[test]
fn names_lead_back() {
    assert_leads_back("var x = a;\nfunction b(c, xy) {\n  if (x) return c[xy](x.p) + d;\n}\n", is_name);
}

#[test]
fn columns_are_utf16_units() {
    assert_leads_back("f('\u{1F600}é\u{4E2D}', x, a); /* \u{1F600} */ b(x);\n'\u{1F600}'; x(c)", |word| {
        is_name(word) && word.len() < 3
    });
}

#[test]
fn columns_are_right_far_into_a_long_line() {
    let source = "f('\u{1F600}', x);".repeat(400);
    assert_leads_back(&source, is_name);
}

#[test]
fn every_line_terminator_counts() {
    assert_leads_back("a;\r\nx;\rb;\u{2028}x(c);\u{2029}d;\n\n\r\re", is_name);
    assert_leads_back("a; /* one\u{2028}two\r\nthree\rfour */ x(b); c", |word| word.len() < 3 && is_name(word));
}

#[test]
fn a_byte_order_mark_is_no_column() {
    assert_leads_back("\u{FEFF}x(a);\nb", is_name);
    let map = printed("\u{FEFF}x(a);").map.expect("a map");
    assert!(map.contains(r#""sourcesContent":["x(a);"]"#), "{map}");
}

#[test]
fn the_map_has_its_fields() {
    let map = printed("x;\n").map.expect("a map");
    let expected =
        r#"{"version":3,"names":["x"],"sources":["dir/in.js"],"sourcesContent":["x;\n"],"mappings":"AAAAA"}"#;
    assert_eq!(map, expected);
}

#[test]
fn this_may_be_renamed_and_keywords_may_not() {
    assert_eq!(source_map::name_at("this.a", 0), Some("this"));
    assert_eq!(source_map::name_at("a.$b_1+c", 2), Some("$b_1"));
    assert_eq!(source_map::name_at("\u{10330}é = 1", 0), Some("\u{10330}é"));
    for (source, offset) in
        [("function f", 0), ("class A", 0), ("...a", 0), ("1a", 0), ("a\\u0062", 0), ("é", 1), ("a", 9)]
    {
        assert_eq!(source_map::name_at(source, offset), None, "{source}");
    }
}

#[test]
fn code_ends_in_one_line_feed() {
    for source in ["", "a", "a\n\n\n", "a /* b */", "a // b", "// b", "/* b */ ", "#!/bin/node\n", "function f() {}\n"]
    {
        let code = code(source);
        assert!(code.ends_with('\n') && !code.ends_with("\n\n") && !code.ends_with(" \n"), "{code:?}");
    }
}

#[test]
fn lists_keep_the_lines_of_the_source() {
    assert_eq!(code("f([1, 2, [3]]);\nvar a = [\n  1,\n  2\n];"), "f([1, 2, [3]]);\nvar a = [\n  1,\n  2\n];\n");
}

#[test]
fn numbers_and_strings_are_spelled_in_es5() {
    assert_eq!(code("f(0b11, 0o17, '\\u{1F600}', 0x1F, 1e3);"), "f(3, 15, \"\\uD83D\\uDE00\", 0x1F, 1e3);\n");
}

#[test]
fn indentation_stops_growing() {
    let code = code(&("{\n".repeat(500) + &"}".repeat(500)));
    let widest = code.lines().map(str::len).max().unwrap_or_default();
    assert!((80..=84).contains(&widest), "{widest}");
}

#[test]
fn comments_come_out() {
    assert_eq!(
        code("// a\nf(/* b */ c); // d\n/** e */\nfunction g() {}"),
        "// a\nf(/* b */ c); // d\n/** e */ function g() {}\n"
    );
}

#[test]
fn tall_comments_stand_above() {
    assert_eq!(code("/**\n * a\n */\nfunction f() {}"), "/**\n * a\n */\nfunction f() {}\n");
    assert_eq!(code("a = /*\n*/ b; /*\n*/ c;"), "a = /*\n*/ b; /*\n*/ \nc;\n");
    assert_eq!(code("function f() {\n  return (/*\n*/ b);\n}"), "function f() {\n  return (/*\n*/ b);\n}\n");
}

#[test]
fn legal_comments_come_out_wherever_they_stand() {
    assert_eq!(code("f(/*! a */);\ng(b);"), "f();\n/*! a */ g(b);\n");
    assert_eq!(code("function f(/*! a */) {/*! b */c;}"), "function f() {\n  /*! a */ /*! b */ c;\n}\n");
    assert_eq!(code("f(/*! a\n */);\n/* b */ g(); //! c"), "f();\n/*! a\n */\n/* b */ g(); //! c\n");
    assert_eq!(code("f(\n  // @license a\n);\n{ g() }"), "f();\n// @license a\n{\n  g();\n}\n");
    assert_eq!(code("f(/* a @Preserve */)"), "f();\n/* a @Preserve */\n");
    assert_eq!(code("f(/* a */)"), "f();\n");
}

#[test]
fn other_comments_stay_with_what_they_stand_before() {
    assert_eq!(code("if (a) { // b\n  c; }"), "if (a) {\n  // b\n  c;\n}\n");
    assert_eq!(code("f(/* a */); g();"), "f();\ng();\n");
}

#[test]
fn names_lead_back_past_comments_that_were_put_in() {
    assert_leads_back("f(/*! 1 */);\nx(b); function c(/*! 2\n */) {/*! 3 */x(d) }\ne(//! 4\n); {x(g)}", is_name);
}

#[test]
fn strings_can_stand_in_a_page() {
    assert_eq!(
        code("f('</script>', '<\\/script>', \"</ScRiPt\")"),
        "f('<\\/script>', '<\\/script>', \"<\\/ScRiPt\");\n"
    );
    assert_eq!(code("f('a<!--b', '<b>', '<')"), "f('a<\\!--b', '<b>', '<');\n");
}
