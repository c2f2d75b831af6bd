//! Every example runs to its end; what the loader makes runs on an ES5 engine.

#[path = "../examples/loader.rs"]
mod loader;
#[path = "../examples/program.rs"]
mod program;
#[path = "../examples/source_maps.rs"]
mod source_maps;
#[path = "../examples/transform.rs"]
mod transform;

#[test]
fn all_run() {
    transform::main().unwrap();
    loader::main().unwrap();
    program::main().unwrap();
    source_maps::main().unwrap();
}

#[test]
fn the_bundle_is_es5_and_holds_the_helpers_once() {
    let bundle = loader::bundle().unwrap();
    assert_eq!(bundle.matches("function _objectWithoutProperties(").count(), 1);
    let prelude = "var printed = ''; function print(text) { printed += text; }\n";
    let engine = ducc::Ducc::new();
    let printed: String = engine.exec(&format!("{prelude}{bundle}printed;"), None, Default::default()).unwrap();
    assert_eq!(printed, "3");
}
