//! Each helper runs on two engines, whole and with pieces missing, in sloppy and in strict code.
//!
//! The tests themselves are ES5 in `tests/*.js`. They find `same(what, actual, expected)` and
//! `throws(what, name, run)`, the name of the engine in `engine`, and the key of the iterator method in `key`.

mod compact;
mod registry;

use std::collections::BTreeSet;

use swc_common::{FilePathMapping, SourceMap, sync::Lrc};
use swc_ecma_ast::{EsVersion, FnDecl, FnExpr, Program, Script};
use swc_ecma_codegen::{Config, Emitter, text_writer::JsWriter};
use swc_ecma_visit::{Visit, VisitWith};

use super::*;

/// An engine, and what is taken from it before the helpers load.
struct Engine {
    name: &'static str,
    run: fn(&str) -> String,
    removal: &'static str,
}

const ENGINES: [Engine; 4] = [
    // It has no `Symbol`; its `Reflect` refuses receivers; functions without a name have no property `name`.
    Engine { name: "duktape", run: duktape, removal: "" },
    Engine { name: "quickjs", run: quickjs, removal: "" },
    // Like Duktape 2.7: there is `Symbol.iterator`, and nothing has a method of that name.
    Engine {
        name: "without iterators",
        run: quickjs,
        removal: r#"
            [Array, String, Object.getPrototypeOf(Uint8Array)].forEach(function (constructor) {
                delete constructor.prototype[Symbol.iterator];
                delete constructor.prototype.values;
            });
            ["get", "set"].forEach(function (trap) {
                Reflect[trap] = function () { throw new Error("unsupported"); };
            });
        "#,
    },
    // Like MuJS: ES5.1 and nothing more.
    Engine {
        name: "es5",
        run: quickjs,
        removal: r#"
            delete Object.prototype.__proto__;
            delete Object.setPrototypeOf;
            delete Object.assign;
            delete Object.getOwnPropertySymbols;
            ["Symbol", "Reflect", "Proxy", "Map", "Set", "Promise"].forEach(function (name) { delete this[name]; }, this);
        "#,
    },
];

const PRELUDE: &str = r#"
    var failures = [], key = typeof Symbol === "function" ? Symbol.iterator : "@@iterator";
    function same(what, actual, expected) {
        if (actual !== expected && (actual === actual || expected === expected)) {
            failures.push(what + ": " + String(actual) + " instead of " + String(expected));
        }
    }
    function throws(what, name, run) {
        var error;
        try { run(); } catch (e) { error = e; }
        same(what, error && error.name, name);
    }
"#;

fn duktape(source: &str) -> String {
    let engine = ducc::Ducc::new();
    let result = engine.exec::<String>(source, Some("test"), ducc::ExecSettings::default());
    result.unwrap_or_else(|error| error.to_string())
}

fn quickjs(source: &str) -> String {
    use rquickjs::{CatchResultExt, Context, Runtime, context::EvalOptions};
    let runtime = Runtime::new().unwrap();
    Context::full(&runtime).unwrap().with(|ctx| {
        let mut options = EvalOptions::default();
        options.strict = false;
        ctx.eval_with_options::<String, _>(source, options).catch(&ctx).unwrap_or_else(|error| error.to_string())
    })
}

/// Runs `test` after the helpers it is about, everywhere.
fn check(helpers: &[Helper], test: &str) {
    let set = helpers.iter().copied().collect();
    let helpers = print(statements(set, |helper| helper.name().into()).unwrap());
    for engine in ENGINES {
        check_on(&engine, &helpers, test);
    }
}

fn check_on(Engine { name, run, removal }: &Engine, helpers: &str, test: &str) {
    for directive in ["", "'use strict';"] {
        let ending = r#"failures.join("\n");"#;
        // The pieces are removed by a script of its own: `this` is the global object in sloppy code only.
        let removal = format!("(0, eval)({});", serde_json::to_string(removal).unwrap());
        let source = format!("{directive}\n{removal}\nvar engine = '{name}';\n{PRELUDE}\n{helpers}\n{test}\n{ending}");
        assert_eq!(run(&source), "", "on {name} {directive}");
    }
}

fn print(body: Vec<Stmt>) -> String {
    print_program(&Program::Script(Script { body, ..Script::default() }))
}

fn print_program(program: &Program) -> String {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let mut buffer = vec![];
    let mut emitter = Emitter {
        cfg: Config::default().with_target(EsVersion::Es5),
        cm: map.clone(),
        comments: None,
        wr: JsWriter::new(map, "\n", &mut buffer, None),
    };
    emitter.emit_program(program).unwrap();
    String::from_utf8(buffer).unwrap()
}

#[test]
fn for_of() {
    check(&[Helper::ForOf, Helper::Close, Helper::NextOnce], include_str!("tests/for_of.js"));
}

#[test]
fn iteration() {
    check(
        &[Helper::Iterator, Helper::Close, Helper::ToArray, Helper::Take, Helper::ArrayLike],
        include_str!("tests/iteration.js"),
    );
}

#[test]
fn patched_iteration() {
    let set = [Helper::Iterated, Helper::Iterator, Helper::ToArray, Helper::Take].into_iter().collect();
    let helpers = print(statements(set, |helper| helper.name().into()).unwrap());
    check_on(&ENGINES[1], &helpers, include_str!("tests/patched_iteration.js"));
}

#[test]
fn objects() {
    use Helper::*;
    check(
        &[
            DefineProperty,
            DefineAccessor,
            CopyDataProperties,
            ObjectSpread,
            ObjectWithoutProperties,
            ObjectWithoutKeys,
            ObjectAssign,
            RequireObjectCoercible,
            ToPropertyKey,
        ],
        include_str!("tests/objects.js"),
    );
}

#[test]
fn super_properties() {
    check(&[Helper::SuperGet, Helper::SuperSet], include_str!("tests/super.js"));
}

#[test]
fn classes() {
    use Helper::*;
    let helpers = [
        Members,
        ComputedMembers,
        Class,
        CheckDerivedNew,
        Link,
        Subclass,
        Parent,
        BindThis,
        BindThisOnce,
        AssertThis,
        Constructed,
    ];
    check(&helpers, include_str!("tests/classes.js"));
}

#[test]
fn functions() {
    use Helper::*;
    let helpers = [
        SetFunctionName,
        ToString,
        TemplateObject,
        ReadOnlyError,
        TdzError,
        Initialized,
        Assignable,
        WithThis,
        EvalCode,
        CalleeError,
    ];
    check(&helpers, include_str!("tests/functions.js"));
}

#[test]
fn named_groups() {
    check(&[Helper::NamedGroups, Helper::DuplicateGroups], include_str!("tests/named_groups.js"));
}
