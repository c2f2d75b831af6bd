//! What the library says of its outputs beside the code.

use downlevel::{Options, transform};

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
    assert_eq!(required_builtins("/a/y; /b/gy;"), ["RegExp.prototype.sticky"]);
    assert_eq!(required_builtins("text.replace(/(?<year>\\d+)/, '$<year>');"), ["Symbol.match", "Symbol.replace"]);
    assert_eq!(
        required_builtins("async () => text.match(/(?<year>\\d+)/y);"),
        ["Promise", "RegExp.prototype.sticky", "Symbol.match", "Symbol.replace"]
    );
}
