//! The programs of this folder do the same before and after.

use rquickjs::{CatchResultExt, Context, Runtime, context::EvalOptions};

use super::lowered;

fn quickjs(source: &str) -> String {
    let runtime = Runtime::new().unwrap();
    Context::full(&runtime).unwrap().with(|ctx| {
        let mut options = EvalOptions::default();
        options.strict = false;
        ctx.eval_with_options::<String, _>(source, options).catch(&ctx).unwrap_or_else(|error| error.to_string())
    })
}

fn duktape(source: &str) -> String {
    let engine = ducc::Ducc::new();
    engine.exec::<String>(source, Some("test"), ducc::ExecSettings::default()).unwrap_or_else(|error| error.to_string())
}

#[track_caller]
fn check(source: &str, engines: &[fn(&str) -> String]) {
    let expected = quickjs(source);
    assert!(expected.lines().count() > 1, "{expected}");
    let code = lowered(source).unwrap_or_else(|errors| panic!("{errors}")).code;
    for engine in engines {
        for (expected, actual) in expected.lines().zip(engine(&code).lines()) {
            assert_eq!(actual, expected);
        }
        assert_eq!(engine(&code), expected);
    }
}

#[test]
fn matches() {
    check(include_str!("matches.js"), &[quickjs, duktape]);
}

#[test]
fn cases() {
    check(include_str!("cases.js"), &[quickjs, duktape]);
}

#[test]
fn sticky() {
    check(include_str!("sticky.js"), &[quickjs]);
}
