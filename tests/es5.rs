//! The check for ES5 tested itself: what it must accept, and what it must refuse.

#[path = "support/es5.rs"]
mod es5;

#[test]
fn accepts_es5() {
    let programs = [
        "",
        "var a, b = 1;",
        "function f(a, b) { function g() {} return g; }",
        "if (a) { b; } else if (c) d; else {}",
        "for (var i = 0, n = 1; i < n; i++) continue;",
        "for (;;) break;",
        "for (i = 0;;) {}",
        "for (var k in o) {} for (k in o) {} for (o.k in o) {} for (o[k] in o) {}",
        "l: while (1) { do { continue l; } while (0); break l; }",
        "switch (a) { case 1: b; break; default: c; }",
        "try { a(); } catch (e) { b; } finally { c; }",
        "throw new Error('x');",
        "with (o) { p; }",
        "debugger;",
        ";",
        "({ a: 1, 'b': 2, 3: 4, if: 5, get c() { return 1; }, set c(v) {} });",
        "({ a: 1, a: 2 });",
        "({ a: 1, });",
        "[1, , 2,];",
        "(a, b);",
        "a = b += c -= d *= e /= f %= g <<= h >>= i >>>= j |= k &= l ^= m;",
        "a ? b : c; a || b && c; !a; ~a; +a; -a; typeof a; void 0; delete a; delete a.b; a++; --b;",
        "a == b, a != b, a === b, a !== b, a < b, a <= b, a > b, a >= b, a in b, a instanceof b;",
        "a << b >> c >>> d | e & f ^ g + h - i * j / k % l;",
        "(a) = 1; (a.b)++;",
        "new A; new A(); new A(1); a.b.c(); a['b'](1, 2);",
        "f(a /* , */); f(a // ,\n);",
        "this; null; true; false; 0; 1.5; .5; 5.; 1e3; 0xfF; 017;",
        r"'\u0041 \x41 \n \0 \\u{41}'; '\17';",
        "'a\\\nb'; '\\\u{2028}';",
        "'😀'; 'é';",
        r"/a/; /a/gim; /[(?<]/; /\(?<a/; /(?:a)(?=b)(?!c)/;",
        "var é, ünï, π, 中, \\u0061b, a\u{200c}b, $, _, ʼn;",
        "var let, static, yield, await, async, of, get, set, implements;",
        "o.class; o.default; o.é;",
        "'use strict'; function f(a) { return this; }",
        "function f() { 'use strict'; }",
        "/* <!-- */ // -->",
        "x = function f() { return f; };",
    ];
    for program in programs {
        assert_eq!(es5::violations(program, false), [], "{program}");
    }
}

#[test]
fn refuses_what_is_newer() {
    let programs = [
        ("let a;", "let"),
        ("const a = 1;", "const"),
        ("for (let i in o) {}", "let"),
        ("for (const i = 0;;) {}", "const"),
        ("a => b;", "arrow function"),
        ("a => { b; };", "arrow function"),
        ("`a`;", "template literal"),
        ("f`a`;", "tagged template"),
        ("f(...a);", "spread"),
        ("new F(...a);", "spread"),
        ("[...a];", "spread"),
        ("({ ...a });", "object spread"),
        ("function f(...a) {}", "rest element"),
        ("function f(a = 1) {}", "default value"),
        ("function f({ a }) {}", "destructuring"),
        ("function f([a]) {}", "destructuring"),
        ("({ set a([b]) {} });", "destructuring"),
        ("var { a } = b;", "destructuring"),
        ("var [a] = b;", "destructuring"),
        ("[a] = b;", "destructuring"),
        ("({ a } = b);", "destructuring"),
        ("for (var [a] in b) {}", "destructuring"),
        ("for ([a] in b) {}", "destructuring"),
        ("for ({ a } in b) {}", "destructuring"),
        ("try {} catch ({ a }) {}", "destructuring"),
        ("try {} catch {}", "catch without a parameter"),
        ("({ a });", "shorthand property"),
        ("({ a() {} });", "method"),
        ("({ [a]: 1 });", "computed property name"),
        ("({ get [a]() {} });", "computed property name"),
        ("({ a() { super.b; } });", "method"),
        ("a ** b;", "**"),
        ("a **= b;", "**="),
        ("function f() { new.target; }", "new.target"),
        ("for (a of b) {}", "for-of"),
        ("for (var a of b) {}", "for-of"),
        ("function* f() {}", "generator"),
        ("(function* () {});", "generator"),
        ("async function f() {}", "async function"),
        ("async () => {};", "arrow function"),
        ("class A {}", "class"),
        ("(class {});", "class"),
        ("/a/u;", "regular expression flags u"),
        ("/a/y;", "regular expression flags y"),
        ("/a/s;", "regular expression flags s"),
        ("/(?<a>b)/;", "(?<...) in a regular expression"),
        ("/(?<=b)/;", "(?<...) in a regular expression"),
        ("/a(?i:b)/;", "(?i...) in a regular expression"),
        ("/a(?-i:b)/;", "(?-...) in a regular expression"),
        ("0b1;", "binary or octal literal"),
        ("0O7;", "binary or octal literal"),
        ("1_0;", "numeric separator"),
        ("089;", "decimal literal that starts with 0"),
        ("1n;", "BigInt"),
        ("({ 1n: 1 });", "BigInt"),
        (r"'\u{41}';", "\\u{...} in a string"),
        (r"'\\\u{41}';", "\\u{...} in a string"),
        (r"({ '\u{41}': 1 });", "\\u{...} in a string"),
        ("'\u{2028}';", "line separator in a string"),
        ("'\u{2029}';", "line separator in a string"),
        (r"var \u{61};", "\\u{...} in an identifier"),
        ("var 𠮷;", "identifier 𠮷"),
        ("a.𠮷;", "identifier 𠮷"),
        ("({ 𠮷: 1 });", "identifier 𠮷"),
        ("var ℮;", "identifier ℮"),
        ("var a·;", "identifier a·"),
        ("{ function f() {} }", "function declaration in a block"),
        ("if (a) function f() {}", "function declaration in a block"),
        ("switch (a) { case 1: function f() {} }", "function declaration in a block"),
        ("for (;;) { function f() {} }", "function declaration in a block"),
        ("try { function f() {} } catch (e) {}", "function declaration in a block"),
        ("l: function f() {}", "function declaration in a block"),
        ("function f() { { function g() {} } }", "function declaration in a block"),
        ("f(a,);", "trailing comma in arguments"),
        ("new F(a /* b */ ,);", "trailing comma in arguments"),
        ("function f(a,) {}", "trailing comma in parameters"),
        ("a?.b;", "optional chaining"),
        ("a?.();", "optional chaining"),
        ("a ?? b;", "??"),
        ("a ||= b;", "logical assignment"),
        ("import('a');", "import()"),
        ("a <!-- b\n;", "HTML-like comment"),
        ("a;\n--> b\n", "HTML-like comment"),
        ("({ get a() {}, a: 1 });", "duplicate property"),
        ("({ a: 1, set a(v) {} });", "duplicate property"),
        ("({ get a() {}, get a() {} });", "duplicate property"),
        ("'use strict'; ({ a: 1, 'a': 2 });", "duplicate property"),
        ("function f() { 'use strict'; return { 1: 1, '1': 2 }; }", "duplicate property"),
    ];
    for (program, what) in programs {
        let found = es5::violations(program, false);
        assert!(found.iter().any(|found| found.what == what), "{program}: {found:?}");
    }
}

#[test]
fn refuses_errors_of_strict_code() {
    let programs = [
        "'use strict'; with (a) {}",
        "'use strict'; delete a;",
        "'use strict'; 017;",
        r"'use strict'; '\17';",
        "'use strict'; var let;",
        "'use strict'; var static;",
        "'use strict'; eval = 1;",
        "'use strict'; arguments++;",
        "'use strict'; function f(a, a) {}",
        "function eval() { 'use strict'; }",
        "function f(yield) { 'use strict'; }",
        "var a b;",
    ];
    for program in programs {
        assert_ne!(es5::violations(program, false), [], "{program}");
    }
}

#[test]
fn names_the_place() {
    let found = es5::violations("var a;\n  let b = () => 1;", false);
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2:3: let", "2:11: arrow function"]);
    let found = es5::violations("var a;\nvar b c;", false);
    assert!(matches!(&found[..], [es5::Violation { line: 2, column: 7, is_syntax_error: true, .. }]), "{found:?}");
}

#[test]
fn takes_module_declarations_if_told_so() {
    let declarations = [
        "import a, { b as c } from 'm'; import * as d from 'm'; import 'm';",
        "export { a, b as default }; var a, b;",
        "export * from 'm'; export { c } from 'm';",
        "export var a = 1; export function f() {} export default function () {}",
        "export default 1;",
    ];
    for module in declarations {
        assert_eq!(es5::violations(module, true), [], "{module}");
        assert_ne!(es5::violations(module, false), [], "{module}");
    }
    let newer = [
        "export let a;",
        "export class A {}",
        "export default class {}",
        "export default () => 1;",
        "export * as n from 'm';",
        "export { a as 𠮷 }; var a;",
        "import 𠮷 from 'm';",
        "export {}; await 1;",
    ];
    for module in newer {
        assert_ne!(es5::violations(module, true), [], "{module}");
    }
}
