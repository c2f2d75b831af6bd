//! Modules in other formats, as others load them: with helpers of their own module, and as their default export.

#[path = "support/engine.rs"]
#[allow(dead_code, reason = "each test uses some of it")]
mod engine;
#[path = "support/link.rs"]
mod link;

use std::collections::BTreeMap;

use downlevel::{HelperModule, Helpers, Modules, Options, helper_module, transform};
use engine::Engine;
use link::link;

const ENGINES: [Engine; 2] = [Engine::QuickJs, Engine::Duktape];

fn options(modules: Modules, global_name: &str) -> Options {
    let globals =
        [("./helpers.js", "H"), ("./lib.js", "lib")].map(|(module, name)| (module.to_owned(), name.to_owned()));
    let globals = BTreeMap::from(globals);
    Options { modules, globals, global_name: Some(global_name.to_owned()), ..Options::default() }
}

/// What a module prints that uses another one, each in `modules`; in a page, `of_page` are read one after the other.
fn assert_prints(modules: Modules, files: &[(&str, String)], in_page: bool, expected: &str) {
    let form = if modules == Modules::Umd { Modules::CommonJs } else { modules };
    let linked =
        || link(&files.iter().map(|(name, code)| ((*name).to_owned(), code.clone())).collect::<Vec<_>>(), form);
    let scripts: Vec<String> =
        if in_page { files.iter().rev().map(|(_, code)| code.clone()).collect() } else { vec![linked()] };
    let scripts: Vec<&str> = scripts.iter().map(String::as_str).collect();
    for engine in ENGINES {
        let transcript = engine.run_with(&scripts, &[]).unwrap();
        assert_eq!(transcript.lines, [expected], "{modules:?}, {:?}\n{}", transcript.note, scripts.join("\n"));
    }
}

#[test]
fn helpers_are_loaded_by_the_format() {
    let source = "export const total = (...xs) => { let sum = 0; for (const x of [...xs, 1]) sum += x; return sum; };
        class A { get twice() { return total(1, 2) * 2; } }
        print(total(1, 2), new A().twice);";
    for (modules, in_page) in [
        (Modules::CommonJs, false),
        (Modules::Amd, false),
        (Modules::System, false),
        (Modules::Umd, false),
        (Modules::Umd, true),
        (Modules::Iife, true),
    ] {
        let external = Options { helpers: Helpers::External("./helpers.js".to_owned()), ..options(modules, "main") };
        let main = transform(source, &external).unwrap().code;
        assert!(!main.contains("function _forOf"), "{main}");
        let helpers = transform(&helper_module(HelperModule::EsModule), &options(modules, "H")).unwrap().code;
        assert_prints(modules, &[("main.js", main), ("helpers.js", helpers)], in_page, "4 8");
    }
}

#[test]
fn a_default_export_is_what_the_module_gives() {
    let library = "export default function add(a, b = 1) { return a + b; }";
    let user = "import add from './lib.js'; print(typeof add, add(1), add(1, 2)); export {};";
    for (modules, in_page) in [
        (Modules::CommonJs, false),
        (Modules::Amd, false),
        (Modules::Umd, false),
        (Modules::Umd, true),
        (Modules::Iife, true),
    ] {
        let lone = Options { module_exports: true, ..options(modules, "lib") };
        let library = transform(library, &lone).unwrap().code;
        let user = transform(user, &options(modules, "main")).unwrap().code;
        assert_prints(modules, &[("main.js", user), ("lib.js", library.clone())], in_page, "function 2 3");
        // Without downlevel as well.
        let by_hand = match (modules, in_page) {
            (_, true) => "print(lib(1), lib(1, 2));",
            (Modules::Amd, _) => "define(['./lib.js'], function (lib) { print(lib(1), lib(1, 2)); });",
            _ => "var lib = require('./lib.js'); print(lib(1), lib(1, 2));",
        };
        assert_prints(modules, &[("main.js", by_hand.to_owned()), ("lib.js", library)], in_page, "2 3");
    }
}

#[test]
fn the_url_of_a_module_is_asked_of_what_loads_it() {
    let source = "export const url = () => import.meta.url; print(url());";
    let page = "var location = { href: 'https://a.b/' };";
    for (document, expected) in [
        ("var document = { currentScript: { src: 'https://a.b/lib.js' } };", "https://a.b/lib.js"),
        ("var document = { currentScript: null };", "https://a.b/"),
        ("var document = { scripts: [{ src: 'https://a.b/1.js' }, { src: 'https://a.b/2.js' }] };", "https://a.b/2.js"),
    ] {
        let code = transform(source, &options(Modules::Iife, "lib")).unwrap().code;
        let files = [("lib.js", code), ("page.js", format!("{page}\n{document}"))];
        assert_prints(Modules::Iife, &files, true, expected);
    }
    let code = transform(source, &options(Modules::Amd, "lib")).unwrap().code;
    let document = "var document = { createElement: function () { return { set href(url) { this.url = url; }, \
                    get href() { return 'https://a.b/' + this.url; } }; } };";
    let define = "function define(names, factory) { factory({ uri: 'lib.js' }, {}); }";
    assert_prints(
        Modules::Amd,
        &[("lib.js", code), ("page.js", format!("{document}\n{define}"))],
        true,
        "https://a.b/lib.js",
    );
}
