//! What the engines do, as far as fixtures and helpers rely on it. `tests/README.md` has the list in words.

#[allow(dead_code, reason = "nothing here needs polyfills")]
#[path = "support/engine.rs"]
mod engine;

use engine::{Engine, Failure};

fn printed(engine: Engine, code: &str) -> String {
    match engine.run(code) {
        Ok(transcript) => transcript.lines.join("\n"),
        Err(failure) => panic!("{engine} {failure}"),
    }
}

#[test]
fn print_joins_its_arguments_with_spaces() {
    for engine in [Engine::QuickJs, Engine::Duktape] {
        assert_eq!(printed(engine, "print('a', 1, null); print();"), "a 1 null\n");
    }
}

#[test]
fn printed_text_is_ascii_and_unambiguous() {
    for engine in [Engine::QuickJs, Engine::Duktape] {
        assert_eq!(
            printed(engine, r"print('\u00e9 \ud83d \ud83d\ude00 \\u00e9')"),
            r"\u00e9 \ud83d \ud83d\ude00 \\u00e9"
        );
    }
}

#[test]
fn uncaught_exceptions_end_the_transcript() {
    for engine in [Engine::QuickJs, Engine::Duktape] {
        assert_eq!(printed(engine, "print(1); null.x; print(2);"), "1\nuncaught TypeError");
        assert_eq!(printed(engine, "throw 'text'"), "uncaught text");
        assert_eq!(printed(engine, "throw undefined"), "uncaught undefined");
    }
}

#[test]
fn endless_programs_are_stopped_on_quickjs() {
    assert!(matches!(Engine::QuickJs.run(ENDLESS), Err(Failure::Timeout)));
}

#[test]
fn endless_programs_are_stopped_on_duktape() {
    assert!(matches!(Engine::Duktape.run(ENDLESS), Err(Failure::Timeout)));
}

const ENDLESS: &str = "for (;;) { try { for (;;) {} } catch (e) {} }";

#[test]
fn syntax_errors_are_told_from_exceptions() {
    for engine in [Engine::QuickJs, Engine::Duktape] {
        assert!(matches!(engine.run("print(1); var;"), Err(Failure::Syntax(_))));
        assert_eq!(printed(engine, "print(1); eval('var;');"), "1\nuncaught SyntaxError");
    }
}

#[test]
fn this_of_a_script_is_the_global_object() {
    for engine in [Engine::QuickJs, Engine::Duktape] {
        assert_eq!(printed(engine, "var v = 1; print(this.v, typeof this)"), "1 object");
        assert_eq!(
            printed(engine, "'use strict'; print(typeof this, (function () { return this; })())"),
            "object undefined"
        );
    }
}

/// What fixtures must not use without a `skip`.
#[test]
fn duktape_lacks_built_ins() {
    let names = "['Symbol', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'globalThis'].filter(function (name) \
                 { return name in global; })";
    assert_eq!(printed(Engine::Duktape, &format!("var global = this; print({names}.length)")), "0");
    let lacks = [
        "Array.from",
        "Array.of",
        "[].fill",
        "[].find",
        "[].findIndex",
        "[].includes",
        "[].keys",
        "[].entries",
        "Object.values",
        "Object.entries",
        "Object.getOwnPropertyDescriptors",
        "Number.isNaN",
        "Number.isInteger",
        "String.raw",
        "''.padStart",
        "''.normalize",
        "''.trimStart",
        "/a/.sticky",
        "/a/.unicode",
    ];
    for name in lacks {
        assert_eq!(printed(Engine::Duktape, &format!("print(typeof {name})")), "undefined", "{name}");
    }
}

#[test]
fn duktape_has_built_ins_of_es2015() {
    let has = [
        "Reflect",
        "Proxy",
        "Object.assign",
        "Object.is",
        "Object.setPrototypeOf",
        "Object.getOwnPropertySymbols",
        "''.codePointAt",
        "''.includes",
        "''.startsWith",
        "''.repeat",
        "String.fromCodePoint",
        "Math.trunc",
        "Uint8Array",
        "Object.prototype.__proto__",
    ];
    for name in has {
        assert_ne!(printed(Engine::Duktape, &format!("print(typeof {name})")), "undefined", "{name}");
    }
    let unsupported =
        ["Reflect.construct(Date, [2020], Object)", "Reflect.get({}, 'a', {})", "Reflect.set({}, 'a', 1, {})"];
    for call in unsupported {
        let code = format!("try {{ {call}; print('fine'); }} catch (e) {{ print(e.message); }}");
        assert_eq!(printed(Engine::Duktape, &code), "unsupported", "{call}");
    }
}

#[test]
fn duktape_keeps_arguments_and_key_order() {
    assert_eq!(printed(Engine::Duktape, "(function (a) { arguments[0] = 2; print(a); })(1)"), "2");
    assert_eq!(printed(Engine::Duktape, "print(Object.keys({ b: 0, 2: 0, a: 0, 1: 0 }))"), "1,2,b,a");
}

/// That Duktape runs a program does not make it ES5: `es5.rs` has to look.
#[test]
fn duktape_accepts_some_newer_syntax() {
    let programs = [
        "const a = 1; a = 2; print(a === 2)",
        "{ const a = 1; { const a = 2; } print(a === 2); }",
        "print({ a() { return true; } }.a())",
        "var a = true; print({ a }.a)",
        "print({ ['a' + 'b']: true }.ab)",
        "print(2 ** 3 === 8)",
        "var a = 2; a **= 3; print(a === 8)",
        "print(0b11 + 0o17 === 18)",
        "print('\\u{41}' === 'A')",
        "var \\u{61}b = true; print(ab)",
        "print((function () { return new.target; })() === undefined)",
        "if (1) { function f() {} } print(typeof f === 'function')",
        "'use strict'; print({ a: 1, a: true }.a)",
        "print(true) <!-- comment",
    ];
    for program in programs {
        assert_eq!(printed(Engine::Duktape, program), "true", "{program}");
    }
}

#[test]
fn duktape_rejects_most_newer_syntax() {
    let programs = [
        "let a = 1;",
        "() => 1;",
        "`a`;",
        "function f(a = 1) {}",
        "function f(...a) {}",
        "f(...a);",
        "[...a];",
        "({ ...a });",
        "var [a] = b;",
        "var { a } = b;",
        "for (a of b) {}",
        "class A {}",
        "function* f() {}",
        "/a/u;",
        "/a/y;",
        "var 𠮷;",
        "function f(a,) {}",
        "f(a,);",
        "try {} catch {}",
    ];
    for program in programs {
        assert!(matches!(Engine::Duktape.run(program), Err(Failure::Syntax(_))), "{program}");
    }
}

#[test]
fn duktape_names_functions_as_es5_does() {
    let programs = [
        ("print((function () {}).hasOwnProperty('name'))", "false"),
        ("var f = function () {}; print(f.name === '')", "true"),
        ("print((function f() {}).name)", "f"),
        ("print(Object.getOwnPropertyDescriptor(function f() {}, 'name').configurable)", "true"),
        ("print(Object.getOwnPropertyDescriptor(function f() {}, 'length').configurable)", "true"),
        ("var f = Object.defineProperty(function () {}, 'name', { value: 'g' }); print(f.name)", "g"),
    ];
    for (program, expected) in programs {
        assert_eq!(printed(Engine::Duktape, program), expected, "{program}");
    }
}

#[test]
fn duktape_makes_a_property_of_a_literal_proto() {
    let program = "var o = { __proto__: { inherited: 1 } }; print(o.inherited, Object.keys(o))";
    assert_eq!(printed(Engine::Duktape, program), "undefined __proto__");
    assert_eq!(printed(Engine::QuickJs, program), "1 ");
    assert_eq!(printed(Engine::Duktape, "var o = {}; o.__proto__ = { inherited: 1 }; print(o.inherited)"), "1");
}
