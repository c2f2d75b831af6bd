//! What the library says of its outputs beside the code.

use std::{collections::BTreeSet, ops::Range};

use downlevel::{CheckOptions, Code, Helpers, Label, Options, SourceType, check, transform};

fn required_builtins(source: &str) -> Vec<String> {
    transform(source, &Options::default()).expect("it is ES2018").required_builtins
}

#[test]
fn es5_needs_nothing() {
    for source in [
        "for (const x of new Set([1])) f(...x, { ...x }, `${x}`);",
        "class A extends B { *m() { yield super.m(); } get x() { return new.target; } }",
        "/\\u{1F600}./su.exec(text);",
        // What the source refers to itself is its own business.
        "Promise.resolve(Symbol.iterator);",
    ] {
        assert_eq!(required_builtins(source), [""; 0], "{source}");
    }
}

#[test]
fn builtins_beyond_es5_are_listed_once_and_sorted() {
    assert_eq!(required_builtins("async () => { for await (const x of xs) f(await x); };"), ["Promise"]);
    assert_eq!(required_builtins("async function* f() {}"), ["Promise"]);
    assert_eq!(required_builtins("{ using a = b; }"), ["Symbol.dispose"]);
    assert_eq!(
        required_builtins("async () => { await using a = b; };"),
        ["Promise", "Symbol.asyncDispose", "Symbol.dispose"]
    );
    assert_eq!(required_builtins("/a/y; /b/gy;"), ["RegExp.prototype.sticky"]);
    assert_eq!(required_builtins("text.replace(/(?<year>\\d+)/, '$<year>');"), ["Symbol.match", "Symbol.replace"]);
    assert_eq!(
        required_builtins("async () => text.match(/(?<year>\\d+)/y);"),
        ["Promise", "RegExp.prototype.sticky", "Symbol.match", "Symbol.replace"]
    );
}

/// Whether the file may declare `Map` for itself, and `return` at its top: what it is taken for.
fn is_commonjs(source: &str, filename: &str) -> bool {
    let lower = |source: String| transform(&source, &Options { filename: filename.into(), ..Options::default() });
    let frees_names = lower(format!("var Map;\n{source}")).expect(source).code.starts_with("var _Map;\n");
    let returned = lower(format!("{source}\nreturn;")).is_ok();
    let asked = lower(format!("{source}\nnew.target;")).is_ok();
    let checked =
        check(&format!("{source}\nreturn;"), &CheckOptions { filename: filename.into(), ..CheckOptions::default() })
            .is_ok();
    assert_eq!([returned, asked, checked], [frees_names; 3], "{source}");
    frees_names
}

#[test]
fn auto_tells_commonjs_by_free_names() {
    for source in [
        "var fs = require('fs');",
        "module.exports = 1;",
        "exports.a = 1;",
        "function f() { return () => ({ require }); }",
        "{ let module = 1; } module.id;",
        "(function (exports) {})(exports);",
        "if (typeof fs === 'object') require('fs');",
        "(function () { var module; return typeof module; })(); module.exports = 1;",
    ] {
        assert!(is_commonjs(source, "a.js"), "{source}");
        assert!(is_commonjs(source, "input"), "{source}");
    }
    for source in [
        "var a = 1;",
        "a.require(b.module, { exports: 1 });",
        "require: for (;;) break require;",
        "var module; module.exports = 1;",
        "function require() {} require('fs');",
        "(function (require, module, exports) { exports.a = require(module); })();",
        // It can run as a script, too.
        "if (typeof module === 'object') module.exports = f; else window.f = f;",
        "(function (f) { typeof (exports) != 'undefined' ? f(exports) : f(window); })();",
    ] {
        assert!(!is_commonjs(source, "a.js"), "{source}");
    }
}

#[test]
fn auto_goes_by_the_extension_first() {
    assert!(is_commonjs("var a = 1;", "dir.js/a.cjs"));
    assert!(!is_commonjs("var a = 1;", "dir.cjs/a.js"));
    let with =
        |filename: &str, source: &str| transform(source, &Options { filename: filename.into(), ..Options::default() });
    assert!(with("a.mjs", "with (a) b;").is_err());
    assert!(with("a.js", "with (a) b;").is_ok());
    assert!(with("a.cjs", "import 'a';").is_err());
    let script = Options { source_type: SourceType::Script, filename: "a.cjs".into(), ..Options::default() };
    assert!(transform("return require('a');", &script).is_err());
    let commonjs = Options { source_type: SourceType::CommonJs, ..script };
    assert_eq!(transform("return require('a');", &commonjs).expect("legal").code, "return require('a');\n");
}

#[test]
fn the_source_type_has_the_names_of_the_command() {
    let named = |name: &str| serde_json::from_value::<SourceType>(name.into()).expect(name);
    assert_eq!(
        ["auto", "script", "commonjs", "module"].map(named),
        [SourceType::Auto, SourceType::Script, SourceType::CommonJs, SourceType::Module,]
    );
}

#[test]
fn only_scripts_pay_for_what_pages_share() {
    let code = |source: &str, source_type| {
        let helpers = Helpers::External("h".into());
        transform(source, &Options { source_type, helpers, ..Options::default() }).expect(source).code
    };
    let source = "() => f`a`; { let x = 1; g(() => x); } h = { m() { super.m(); } };";
    for source_type in [SourceType::CommonJs, SourceType::Module] {
        let code = code(source, source_type);
        assert!(code.contains("(_template || ") && code.contains("var x = 1;") && code.contains("(_home, "), "{code}");
    }
    let script = code(source, SourceType::Script);
    assert!(!script.contains("_template ") && !script.contains("x;") && !script.contains("_home "), "{script}");
    assert_eq!(script, code(source, SourceType::Script));
    assert_ne!(script, code(&format!("{source} "), SourceType::Script));
    // Nothing is used after its statement.
    assert_eq!(code("{ let x = 1; f(x); }", SourceType::Script), "{\n  var x = 1;\n  f(x);\n}\n");
}

/// The byte range of a place, and its line, columns and lengths in characters and in UTF-16.
fn place(label: &Label) -> (Range<usize>, usize, [usize; 2], [usize; 2]) {
    let &Label { ref range, line, column, length, utf16_column, utf16_length, .. } = label;
    (range.clone(), line, [column, utf16_column], [length, utf16_length])
}

#[test]
fn places_are_counted_in_bytes_characters_and_utf16() {
    let place_of =
        |source: &str| place(&transform(source, &Options::default()).expect_err(source).as_slice()[0].primary);
    assert_eq!(place_of("a;\r\n'é😀'; /(?<=b)/"), (15..21, 2, [8, 9], [6, 6]));
    assert_eq!(place_of("\u{FEFF}/(?<=b)/"), (1..7, 1, [2, 2], [6, 6]));
    // Far into a line, behind characters of every width.
    let long = format!("f(\"{}\"); ", "aé年😀".repeat(1_000));
    let columns = [long.chars().count() + 2, long.encode_utf16().count() + 2];
    assert_eq!(place_of(&format!("\n{long}/(?<=b)/")), (long.len() + 2..long.len() + 8, 2, columns, [6, 6]));
}

#[test]
fn labels_of_any_text_and_range() {
    let text = "a\u{2028}b😀\r\n\r\nc";
    let label = |range| Label::new("a", text, range);
    assert_eq!(place(&label(4..9)), (4..9, 2, [1, 1], [2, 3]));
    assert_eq!(&*label(4..9).source_line, "b😀");
    // Over the end of the line; within a character; at the end and beyond it.
    assert_eq!(place(&label(5..14)), (5..14, 2, [2, 2], [1, 2]));
    assert_eq!(place(&label(7..8)), (5..5, 2, [2, 2], [1, 1]));
    assert_eq!(place(&label(14..14)), (14..14, 4, [2, 2], [1, 1]));
    assert_eq!(place(&label(99..100)), (14..14, 4, [2, 2], [1, 1]));
    assert_eq!(place(&Label::new("a", "", 0..0)), (0..0, 1, [1, 1], [1, 1]));
}

#[test]
fn codes_have_names_of_their_own() {
    let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for code in Code::ALL {
        assert_eq!(serde_json::to_value(code).expect("a string"), code.to_string());
    }
}

#[test]
fn errors_are_gone_through_by_reference_and_by_value() {
    let errors = transform("let a; let a;\nlet b; let b;", &Options::default()).unwrap_err();
    let lines: Vec<usize> = (&errors).into_iter().map(|error| error.primary.line).collect();
    assert_eq!(lines, [1, 2]);
    assert!(errors.iter().eq(errors.as_slice()) && errors.iter().cloned().eq(errors.clone()));
    assert_eq!(serde_json::to_value(&errors).expect("JSON")[1]["primary"]["utf16Column"], 12);
    assert_eq!(errors.clone().into_vec(), errors.as_slice());
}
