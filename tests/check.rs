//! `check` against the other check for ES5 (`support/es5.rs`), which shares no code with it: on every fixture before
//! and after lowering, and on small programs.

#[path = "support/es5.rs"]
mod es5;

use std::{
    fs,
    path::{Path, PathBuf},
};

use downlevel::{CheckOptions, Code, Feature, Modules, SourceType, check};

fn options(modules: Modules) -> CheckOptions {
    CheckOptions { modules, ..CheckOptions::default() }
}

/// The features in a program, in its order.
fn features(source: &str) -> Vec<Feature> {
    let findings = check(source, &options(Modules::CommonJs)).unwrap_or_else(|errors| panic!("{source}: {errors}"));
    findings.into_iter().map(|finding| finding.feature).collect()
}

#[test]
fn both_checks_agree_on_fixtures() {
    let mut files = vec![];
    javascript_below(Path::new("fixtures"), &mut files);
    assert!(files.len() > 500, "{}", files.len());
    for path in files {
        // An input that breaks a rule which needs more than grammar is judged elsewhere.
        let is_refused = path.with_file_name("error.txt").exists();
        let Some(source) = (!is_refused).then(|| fs::read_to_string(&path).ok()).flatten() else { continue };
        let (source_type, body) = match path.starts_with("fixtures/commonjs") {
            true => (SourceType::CommonJs, format!("(function () {{\n{source}\n}});")),
            false => (SourceType::Auto, source.clone()),
        };
        let options = CheckOptions { source_type, ..options(Modules::Preserve) };
        let Ok(findings) = check(&source, &options) else { continue };
        if path.ends_with("strings_that_are_no_directives/input.js") {
            // The parser, which is all that the other check has, refuses it (`src/parse/legal.rs`).
            continue;
        }
        // A hashbang is not ES5, but what is lowered keeps it.
        let is_es5 = findings.iter().all(|finding| finding.in_string || finding.feature == Feature::Hashbang);
        let violations = es5::violations(&body, true);
        assert_eq!(is_es5, violations.is_empty(), "{}: {findings:#?}\n{violations:#?}", path.display());
        assert!(is_es5 || path.file_name().unwrap() != "output.js", "{}", path.display());
    }
}

fn javascript_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            javascript_below(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "js") {
            files.push(path);
        }
    }
}

#[test]
fn es5_has_no_findings() {
    let programs = [
        "",
        "var a = { if: 1, get b() { return 1; }, set b(v) {}, 'c': 2, 3: 4, };",
        "a.class.default; [1, , 2,]; var let = 1, async, of, await, static;",
        "function f(a, a) { return 017 + '\\17'; }",
        "({ a: 1, a: 2, __proto__: b, __proto__: c });",
        "label: for (var i in { x: 1 }) { continue label; }",
        "/[(?<]\\p{L}/gim; /(?:a)(?=b)(?!c)/;",
        "'\\u0041\\\\u{41}'; var \\u0061b, é, 中;",
        "f(a /* , */); f(a // ,\n);",
        "try {} catch (e) {} finally {}",
        "with (a) b; debugger; throw a;",
    ];
    for program in programs {
        assert_eq!(features(program), [], "{program}");
        assert_eq!(es5::violations(program, false), [], "{program}");
    }
}

#[test]
fn each_feature_is_found() {
    use Feature::*;
    let programs: &[(&str, &[Feature])] = &[
        ("let a; const b = 1;", &[Let, Const]),
        ("for (let i = 0;;) {}", &[Let]),
        ("{ function f() {} } if (a) function g() {}", &[BlockFunction, BlockFunction]),
        ("l: function f() {}", &[BlockFunction]),
        ("(a => b);", &[ArrowFunction]),
        ("class A { static m() {} }", &[Class]),
        ("function* f() { yield 1; }", &[Generator]),
        ("function f(a = 1, ...b) {}", &[DefaultParameter, RestParameter]),
        ("var { a, b: [c = 1] = [] } = d;", &[Destructuring]),
        ("[a, ...b] = c; ({ d } = e);", &[Destructuring, Destructuring]),
        ("var [a = function ({ b }) {}] = c;", &[Destructuring, Destructuring]),
        ("try {} catch ([a]) {}", &[Destructuring]),
        ("f(...a); [...b]; new C(...d);", &[Spread, Spread, Spread]),
        ("({ a, b() {}, [c]: 1 });", &[ShorthandProperty, ShorthandMethod, ComputedProperty]),
        ("({ get [a]() { return 1; } });", &[ComputedProperty]),
        ("'use strict'; ({ a: 1, 'a': 2 });", &[DuplicateProperty]),
        ("function f() { 'use strict'; return { 1: 1, 1: 2 }; }", &[DuplicateProperty]),
        ("({ a: 1, get a() {} }); ({ get b() {}, get b() {} });", &[DuplicateProperty, DuplicateProperty]),
        ("for (var a of b) {}", &[ForOf]),
        ("`a${b}`; c`d`;", &[TemplateLiteral, TemplateLiteral]),
        ("function f() { new.target; }", &[NewTarget]),
        ("import a from 'b'; export default a;", &[Import, Export]),
        ("export * from 'a'; export { b } from 'c';", &[Export, Export]),
        ("0b1; 0O7; ({ 0b1: 1 });", &[BinaryOrOctalNumber; 3]),
        ("089;", &[LeadingZero]),
        ("'\\u{41}'; var \\u{61};", &[CodePointEscape, CodePointEscape]),
        ("var 𠮷; a.℮;", &[NewerName, NewerName]),
        ("a <!-- b\n;", &[HtmlLikeComment]),
        ("/a/yu;", &[RegExpSticky, RegExpUnicode]),
        ("a ** b; a **= b;", &[Exponentiation, Exponentiation]),
        ("async function f() { await 1; }", &[AsyncFunction]),
        ("(async () => 1);", &[AsyncFunction, ArrowFunction]),
        ("f(a,); new F(a,); function g(a,) {}", &[TrailingComma; 3]),
        ("f(a /* ) */ , // x\n);", &[TrailingComma]),
        ("async function* f() { for await (var a of b) {} }", &[AsyncGenerator, ForAwait]),
        ("var { a, ...b } = { ...c };", &[Destructuring, ObjectRest, ObjectSpread]),
        ("a`\\u`;", &[TemplateLiteral, TemplateEscape]),
        ("/a/s;", &[RegExpDotAll]),
        ("/(?<=a)(?<!b)(?<c>d)/;", &[RegExpLookbehind, RegExpLookbehind, RegExpNamedGroup]),
        ("/\\p{L}/u; /(?i:a)/;", &[RegExpUnicode, RegExpProperty, RegExpModifiers]),
        ("/(?<a>b)|(?<a>c)/;", &[RegExpNamedGroup, RegExpDuplicateGroup]),
        ("try {} catch {}", &[OptionalCatchBinding]),
        ("'\u{2028}';", &[LineSeparator]),
        ("a?.b; a ?? b; 1n; import('a');", &[OptionalChaining, NullishCoalescing, BigInt, DynamicImport]),
        ("import.meta; export * as a from 'b';", &[ImportMeta, Export, ExportNamespace]),
        ("a ||= b; 1_0;", &[LogicalAssignment, NumericSeparator]),
        ("class A { a = 1; #b; #c() {} static {} }", &[Class, ClassField, PrivateField, PrivateMethod, StaticBlock]),
        ("class A { #b; m() { this.#b; #b in this; } }", &[Class, PrivateField, PrivateName, PrivateName]),
        ("await a; export {};", &[TopLevelAwait, Export]),
        ("for await (a of b); export {};", &[ForAwait, TopLevelAwait, Export]),
        ("import { 'a' as b } from 'c';", &[Import, StringExportName]),
        ("/a/d; /a/v;", &[RegExpIndices, RegExpSets]),
        ("#!/usr/bin/env node\na;", &[Hashbang]),
        ("import a from 'b' with { type: 'json' };", &[Import, ImportAttribute]),
        ("{ using a = b; }", &[Using]),
        ("for (using a of b); for (using a = b;;);", &[ForOf, Using, Using]),
        (
            "await using a = b; for (await using c of d); export {};",
            &[TopLevelAwait, Using, ForOf, TopLevelAwait, Using, Export],
        ),
    ];
    for (program, expected) in programs {
        assert_eq!(features(program), *expected, "{program}");
    }
    let covered = |feature: &Feature| programs.iter().any(|(_, expected)| expected.contains(feature));
    let missing: Vec<_> = Feature::ALL.iter().filter(|feature| !covered(feature)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn modules_may_be_allowed() {
    let source = "import a from 'b'; export { a }; export default function () {}";
    assert_eq!(check(source, &options(Modules::Preserve)).unwrap(), []);
    assert_eq!(features(source).len(), 3);
}

#[test]
fn findings_have_places() {
    let findings = check("var a;\nvar f = b =>\n  b ** 2;", &options(Modules::CommonJs)).unwrap();
    let places: Vec<_> = findings.iter().map(|finding| &finding.place).collect();
    let [arrow, power] = places.as_slice() else { panic!("{findings:#?}") };
    assert_eq!((arrow.line, arrow.column, arrow.length, &*arrow.source_line), (2, 11, 2, "var f = b =>"));
    assert_eq!((power.line, power.column, power.length), (3, 5, 2));
}

#[test]
fn operators_are_the_places_of_expressions() {
    let source = "a?.b.c\n  ?.(d)?.[e];\nlong.expression(\n) ?? f;\na.b ||= c ** d;";
    let findings = check(source, &options(Modules::CommonJs)).unwrap();
    let places: Vec<_> = findings.iter().map(|finding| (finding.place.line, finding.place.column)).collect();
    assert_eq!(places, [(1, 2), (2, 3), (2, 8), (4, 3), (5, 5), (5, 11)]);
    assert!(findings.iter().all(|finding| finding.place.length <= 3));
}

#[test]
fn what_does_not_parse_is_an_error() {
    let errors = check("var a = ;", &options(Modules::CommonJs)).unwrap_err();
    assert_eq!(errors.as_slice()[0].code, Code::Syntax);
    let script = CheckOptions { source_type: SourceType::Script, ..CheckOptions::default() };
    assert!(check("export default 1", &script).is_err());
}

#[test]
fn deep_sources_do_no_harm() {
    for (open, middle, close) in [("(", "a", ")"), ("[", "", "]"), ("a => (", "b", ")"), ("!", "a", "")] {
        let source = format!("{}{middle}{}", open.repeat(20_000), close.repeat(20_000));
        if let Err(errors) = check(&source, &options(Modules::CommonJs)) {
            assert_eq!(errors.as_slice()[0].code, Code::TooDeep);
        }
    }
}
