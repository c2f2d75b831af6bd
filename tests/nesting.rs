//! Sources that nest deeply are lowered or refused; the process never ends.

use std::{thread, time::Instant};

use downlevel::{Code, Options, SourceType, transform};

/// A source that nests as deeply as one says: what is repeated, what stands inside, and what is repeated behind.
struct Shape(&'static str, &'static str, &'static str);

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    Shape("(", "1", ")"),
    Shape("[", "", "]"),
    Shape("x[", "0", "]"),
    Shape("{", "", "}"),
    Shape("({a:", "1", "})"),
    Shape("({[", "1", "]: 1})"),
    Shape("`${", "1", "}`"),
    Shape("t`${", "1", "}`"),
    Shape("f(", "1", ")"),
    Shape("f(...", "a", ")"),
    Shape("new f(", "1", ")"),
    Shape("new ", "f", ""),
    Shape("(function () {", "", "})"),
    Shape("(function () { return ", "1", "})"),
    Shape("function f() {", "", "}"),
    Shape("(class { m() {", "", "} })"),
    Shape("(class extends ", "a", " {})"),
    Shape("class A extends ", "a", " {}"),
    Shape("({ m() {", "", "} })"),
    Shape("({ get a() {", "", "} })"),
    Shape("x => {", "", "}"),
    Shape("x => ", "x", ""),
    Shape("async x => ", "x", ""),
    Shape("(a = ", "1", ") => 1"),
    Shape("(a = (a = ", "1", ") => 1) => 1"),
    Shape("([a = ", "1", "]) => 1"),
    Shape("a = ", "b", ""),
    Shape("[a] = ", "b", ""),
    Shape("[", "a", "] = b"),
    Shape("!", "a", ""),
    Shape("- ", "a", ""),
    Shape("typeof ", "a", ""),
    Shape("a ? ", "b", " : c"),
    Shape("a ? b : ", "c", ""),
    Shape("a, (", "b", ")"),
    Shape("", "a", " + a"),
    Shape("a + (", "a", ")"),
    Shape("", "a", " && a"),
    Shape("a ** ", "a", ""),
    Shape("", "a", ".b()"),
    Shape("", "a", ".b"),
    Shape("", "a", "[0]"),
    Shape("", "a", "()"),
    Shape("", "a", "`t`"),
    Shape("if (a) ", ";", ""),
    Shape("if (a) {", "", "}"),
    Shape("if (a) b; else ", "c", ""),
    Shape("if (a) {} else ", "c", ""),
    Shape("if (a) if (b) c; else d; else ", "e", ""),
    Shape("if (a) b, c; else ", "d", ""),
    Shape("for (;;) ", ";", ""),
    Shape("for (a in b) ", ";", ""),
    Shape("for (a of b) {", "", "}"),
    Shape("while (a) ", ";", ""),
    Shape("do ", ";", " while (a);"),
    Shape("do {", "", "} while (a)"),
    Shape("with (a) ", ";", ""),
    Shape("try {", "", "} catch (e) {}"),
    Shape("try {} finally {", "", "}"),
    Shape("switch (a) { case 1:", "", "}"),
    Shape("function* g() { yield ", "1", "}"),
    Shape("async function f() { await ", "1", "}"),
    Shape("[a = ", "1", "] = b"),
    Shape("a.b **= ", "c", ""),
    Shape("[a, b] = ", "c", ""),
    Shape("({a} = ", "b", ")"),
    Shape("({a = ", "b", "} = c)"),
    Shape("({a, ...", "b", "})"),
    Shape("({a}) => ", "a", ""),
    Shape("class A { m() {", "", "} }"),
    Shape("class A { [", "a", "]() {} }"),
    Shape("do ", ";", " while (a)\n"),
    Shape("for (let a of b) ", ";", ""),
    Shape("for (let [a] of b) ", ";", ""),
    Shape("for (let a of b) { f(() => a); ", "", "}"),
];

/// Shapes that stand in a generator.
#[rustfmt::skip]
const SUSPENDED: &[Shape] = &[
    Shape("yield ", "a", ""),
    Shape("yield* ", "a", ""),
    Shape("!", "(yield)", ""),
    Shape("a.b = ", "yield", ""),
    Shape("f(a, yield ", "a", ")"),
    Shape("({a: yield ", "a", "})"),
    Shape("", "(yield)", " + a"),
    Shape("", "(yield)", ".b()"),
    Shape("`${yield ", "a", "}`"),
    Shape("{", "yield", "}"),
    Shape("if (a) ", "yield", ""),
    Shape("if (a) yield; else ", "b", ""),
    Shape("for (;;) ", "yield", ""),
    Shape("for (a in b) ", "yield", ""),
    Shape("for (a of b) ", "yield", ""),
    Shape("for (let [a] of b) {", "yield", "}"),
    Shape("while (a) ", "yield", ""),
    Shape("do {", "yield", "} while (a)"),
    Shape("try {", "yield", "} catch (e) {}"),
    Shape("try {} finally {", "yield", "}"),
    Shape("switch (a) { case b: ", "yield", "}"),
];

impl Shape {
    fn source(&self, depth: usize) -> String {
        let Shape(before, inside, after) = self;
        [&before.repeat(depth), *inside, &after.repeat(depth)].concat()
    }
}

#[test]
fn no_shape_ends_the_process() {
    for shape in SHAPES {
        for depth in [10, 10_000, 100_000] {
            check(&format!("{:?} × {depth}", shape.0.to_owned() + shape.2), &shape.source(depth), depth <= 10);
        }
    }
}

#[test]
fn no_shape_ends_the_process_in_a_generator() {
    for shape in SUSPENDED {
        for depth in [10, 1_000, 100_000] {
            let source = format!("function* g() {{ {} }}", shape.source(depth));
            check(&format!("{:?} × {depth}", shape.0.to_owned() + shape.2), &source, depth <= 1_000);
        }
    }
}

#[test]
#[ignore = "takes minutes without optimisation: cargo test --release --test nesting -- --ignored"]
fn the_deepest_that_is_accepted_fits() {
    for shape in SHAPES {
        // Where 250,000 are refused is how many fit. No acceptance may end the process.
        let mut depth = 250_000;
        while let Some((line, column)) = refusal(&shape.source(depth)) {
            // Behind the first line, the column says nothing.
            let refused = if line == 1 { column / shape.0.len().max(shape.2.len()) } else { depth };
            depth = refused.min(depth) * 99 / 100;
        }
        println!("{depth:>9} × {:?}…{:?}", shape.0, shape.2);
        assert!(depth > 1_000);
    }
}

#[test]
fn labels() {
    for depth in [100, 5_000, 100_000] {
        let source: String = (0..depth).map(|n| format!("a{n}: ")).collect();
        check(&format!("labels × {depth}"), &(source + "f(a, b);"), depth <= 100);
    }
}

#[test]
fn what_hides_brackets() {
    let deep = "(".repeat(100_000) + "1" + &")".repeat(100_000);
    for hide in [
        "/'/; ",
        "x = /[/'\"`]/; ",
        "if (a) /'/; ",
        "while (a) /'/; ",
        "`'${'`'}`; ",
        "'\\\n'; ",
        "a++ / b; '/'; ",
        "{}\n/'/; ",
        "// '\n",
        "/* ' */",
        "// '\u{2028}",
        "<!-- '\n",
        "\n--> '\n",
        "/*\n*/ --> '\n",
        "var a, b\n/'/;",
        "return_: break return_\n/'/;",
        "function f() {}\n/'/; ",
        "(function () {} / 1); '/'; ",
        "x = {} / 1; '/'; ",
        "a.if (b) / 1; '/'; ",
        "if\u{A0}(a) /'/; ",
        "function f() { return\n{} /'/ }",
        "do ; while (a) /'/; ",
        "function* g() { yield /'/; yield\n/'/ }",
        "x => {}\n/'/; ",
        "for (a of /'/) ; ",
        "var of = 1; of / 1; '/'; ",
        "\\u0061 / 1; '/'; ",
        "class A {}\n/'/; ",
        "l: {} /'/; ",
        "x = a ? {} / 1 : '/'; ",
        "switch (a) {} /'/; ",
        "switch (a) { case /'/: } ",
        "a\n++/'/.x; ",
        "({ if() {} }); ",
        "try {} catch (e) {} /'/; ",
        "}\n",
        "var a = 1\n/'/.b; ",
        "new.target / 1; '/'; ",
        "1. / 2; '/'; ",
        "1.5.a / 2; '/'; ",
        "x = 'a\n",
        "x = /a\n",
    ] {
        check(hide, &format!("{hide}{deep}"), false);
    }
}

/// The parser goes on behind these errors, and not where one would think.
#[test]
fn what_hides_brackets_behind_errors() {
    let open = "(".repeat(5_000);
    for before in
        ["", "f(", "x = [a, ", "x = {", "x = {a, ", "x = {* ", "x = {if ", "x = class { ", "class A { m() { super."]
    {
        for hide in ["/a\n", "/'/ ", "a./b\n", "a?./b\n", "'\\u21", "'\\u{1", "'\\x1", "a\\u{", "\0/", "/"] {
            for between in ["", " + ", ", ", "; "] {
                for after in ["", "/", "'", "}"] {
                    let source = format!("{before}{hide}{between}{open}{after}");
                    check(&source.replace(&open, "(…"), &source, false);
                }
            }
        }
    }
}

#[test]
fn a_refusal_says_where() {
    let source = format!("var a;\nvar b = {}1{};", "(".repeat(1_000_000), ")".repeat(1_000_000));
    let errors = transform(&source, &script()).expect_err("too deep");
    assert_eq!(errors.as_slice().len(), 1);
    assert_eq!((errors.as_slice()[0].code, errors.as_slice()[0].primary.line), (Code::TooDeep, 2));
}

#[test]
fn long_sources_that_do_not_nest_are_accepted() {
    let statements = [
        "a = b + c * d;",
        "if (a) { b(); } else if (c) { d(); }\n",
        "f(x => { return x.y(z); });",
        "var o = {a: 1, b: [2], 'c': {}};",
        "function f(a) { return a ? b : c }\n",
        "{ class A { m() {} get [a]() {} static s() {} } }\n",
        "foo()\nbar = baz\n",
        "while (a) b();",
        "do { a(); } while (b)\n",
        "switch (a) { case 1: b(); break; default: c() }\n",
        "x = /[)('\"]/.test(y) / 2;",
        "`a${b}c`;",
        "for (var i = 0; i < 9; i++) f(i)\n",
        "!function () {}();",
        "try { a } catch (e) { b } finally { c }\n",
        "l: for (;;) break l;",
    ];
    for statement in statements {
        check(statement, &statement.repeat(20_000), true);
    }
    check("keys", &format!("x = {{{}}}", "a: b.c, 'd': [e], f() {}, ".repeat(20_000)), true);
    check("members", &format!("(class {{{}}})", "a() { b } static c() {} [d]() {}\n".repeat(20_000)), true);
    check("elements", &format!("x = [{}]", "a.b, -1, x => y, ".repeat(20_000)), true);
    check("cases", &format!("switch (a) {{{}}}", "case b: c(); ".repeat(20_000)), true);
}

/// Lowers `source` on a thread with a small stack, as worker threads have. Nothing may end the process.
fn check(name: &str, source: &str, must_pass: bool) {
    let begun = Instant::now();
    let result = thread::scope(|scope| {
        let work = || transform(source, &script()).map(drop).map_err(|errors| errors.as_slice()[0].code);
        let thread = thread::Builder::new().stack_size(512 * 1024);
        thread.spawn_scoped(scope, work).expect("a thread").join().expect("no panic")
    });
    println!("{:>5} ms {result:?} {name}", begun.elapsed().as_millis());
    assert!(result.is_ok() || !must_pass, "{name}: {result:?}");
}

/// The column where `source` turns out to nest too deeply.
fn refusal(source: &str) -> Option<(usize, usize)> {
    let errors = transform(source, &script()).err()?.into_vec();
    errors.iter().find(|error| error.code == Code::TooDeep).map(|error| (error.primary.line, error.primary.column))
}

fn script() -> Options {
    Options { source_type: SourceType::Script, ..Options::default() }
}
