//! `--input-source-map`: where the map of a source is found, and what is done when it can't be read.

use serde_json::Value;

use crate::support::{Done, Test};

const MAP: &str = r#"{"version":3,"sources":["app.ts"],"names":[],"mappings":"AAEA"}"#;

fn sources(map: &str) -> Vec<String> {
    let map: Value = serde_json::from_str(map).unwrap();
    map["sources"].as_array().unwrap().iter().map(|source| source.as_str().unwrap().to_owned()).collect()
}

/// `lib/app.js`, which ends in a comment, to `dist/app.js`, and its map.
fn lowered(test: Test, url: &str) -> Done {
    test.file("lib/app.js", format!("a;\n//# sourceMappingURL={url}\n"))
        .args(["lib", "--out-dir", "dist", "--source-maps", "external"])
        .succeeds()
        .file("dist/app.js", "a;\n//# sourceMappingURL=app.js.map\n")
}

#[test]
fn a_map_beside_the_file() {
    let done = lowered(Test::new().file("lib/app.js.map", MAP), "app.js.map").stderr("1 file\n");
    assert_eq!(
        done.read("dist/app.js.map"),
        r#"{"version":3,"names":[],"sources":["../lib/app.ts"],"mappings":"AAEA"}"#
    );
}

#[test]
fn a_map_in_another_folder() {
    let done = lowered(Test::new().file("maps/x y.map", MAP), "../maps/x%20y.map?v=1");
    assert_eq!(sources(&done.read("dist/app.js.map")), ["../maps/app.ts"]);
    let rooted = MAP.replace(r#""names""#, r#""sourceRoot":"../src/","names""#);
    let done = lowered(Test::new().file("maps/m", rooted), "../maps/m");
    assert_eq!(sources(&done.read("dist/app.js.map")), ["../src/app.ts"]);
    let absolute = MAP.replace(r#""names""#, r#""sourceRoot":"https://x/","names""#);
    let done = lowered(Test::new().file("maps/m", absolute), "../maps/m");
    assert_eq!(sources(&done.read("dist/app.js.map")), ["https://x/app.ts"]);
}

#[test]
fn a_map_in_the_file() {
    let base64 = base64_simd::STANDARD.encode_to_string(MAP);
    let escaped: String = MAP.bytes().map(|byte| format!("%{byte:02x}")).collect();
    for data in [format!("application/json;charset=utf-8;base64,{base64}"), format!("application/json,{escaped}")] {
        let done = lowered(Test::new(), &format!("data:{data}"));
        assert_eq!(sources(&done.read("dist/app.js.map")), ["../lib/app.ts"]);
    }
}

#[test]
fn a_map_that_cannot_be_read_is_a_warning_and_the_file_leads_to_itself() {
    let cases = [
        ("app.js.map", "the source map `app.js.map` cannot be read: there is no such file"),
        ("bad.map", "the source map `bad.map` cannot be read: it is no JSON: "),
        ("data:application/json;base64,!", "the source map in this line cannot be read: it is not Base64"),
        ("https://x/app.js.map", "the source map `https://x/app.js.map` cannot be read: it is not a file; give "),
    ];
    for (url, message) in cases {
        let done = lowered(Test::new().file("lib/bad.map", "{"), url)
            .stderr_has(&format!("warning[input-source-map]: {message}"))
            .stderr_has(" --> lib/app.js:2:22\n")
            .stderr_has("\n1 file, 1 warning\n");
        assert_eq!(sources(&done.read("dist/app.js.map")), ["../lib/app.js"]);
    }
}

#[test]
fn it_can_be_left_out() {
    let done = Test::new()
        .file("app.js", "a;\n//# sourceMappingURL=no.map")
        .args(["app.js", "-o", "dist.js", "--source-maps", "external", "--input-source-map", "none"])
        .succeeds()
        .stderr("");
    assert_eq!(sources(&done.read("dist.js.map")), ["app.js"]);
    // Nobody asked for a map.
    Test::new().file("app.js", "a;\n//# sourceMappingURL=no.map").args(["app.js"]).succeeds().stdout("a;\n").stderr("");
}

#[test]
fn it_can_be_given() {
    let given = ["--source-maps", "external", "--input-source-map", "maps/m"];
    let test = || Test::new().file("app.js", "a;\n//# sourceMappingURL=no.map").file("maps/m", MAP);
    let done = test().args([&["app.js", "-o", "dist/app.js"], &given[..]].concat()).succeeds().stderr("");
    assert_eq!(sources(&done.read("dist/app.js.map")), ["../maps/app.ts"]);
    let done = test()
        .stdin("a;")
        .args([&["-", "--stdin-filename", "x/y.js", "-o", "dist/app.js"], &given[..]].concat())
        .succeeds()
        .stderr("");
    assert_eq!(sources(&done.read("dist/app.js.map")), ["../maps/app.ts"]);
}

#[test]
fn one_that_was_given_and_cannot_be_read_is_an_error() {
    let command = ["a.js", "-o", "b.js", "--source-maps", "inline", "--input-source-map", "m"];
    Test::new()
        .file("a.js", "a;")
        .args(command)
        .fails()
        .stderr("error: cannot read the source map `m`: there is no such file\n\n")
        .no_file("b.js");
    Test::new()
        .file("a.js", "a;")
        .file("m", "[]")
        .args(command)
        .fails()
        .stderr("error: cannot read the source map `m`: it is no object\n\n")
        .no_file("b.js");
    Test::new()
        .file("a.js", "a;")
        .args(["a.js", "b.js", "--out-dir", "dist", "--input-source-map", "m"])
        .refuses()
        .stderr_has("error: `--input-source-map` names the map of one file, and there are several inputs\n");
}

#[test]
fn the_fields_of_the_map_can_be_chosen() {
    let done = Test::new()
        .file("a.js", "a;")
        .args([
            "a.js",
            "-o",
            "b.js",
            "--source-maps",
            "external",
            "--source-root",
            "/src",
            "--sources-content",
            "false",
        ])
        .succeeds();
    assert_eq!(
        done.read("b.js.map"),
        r#"{"version":3,"sourceRoot":"/src","names":[],"sources":["a.js"],"mappings":"AAAA"}"#
    );
}

#[test]
fn typescript_through_esbuild() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/typescript/out/");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}{name}")).unwrap();
    let done = Test::new()
        .file("out/main.js", read("main.js"))
        .file("out/main.js.map", read("main.js.map"))
        .args(["out/main.js", "-o", "dist/es5/main.js", "--source-maps", "external"])
        .succeeds()
        .stderr("");
    assert_eq!(sources(&done.read("dist/es5/main.js.map")), ["../../src/shapes.ts", "../../src/main.ts"]);
}

/// What was made of nothing that has a name, such as the code that a tool adds.
#[test]
fn sources_without_a_name_stay_without() {
    let map =
        "{\"version\":3,\"sources\":[null,\"a.ts\"],\"sourceRoot\":\"x\",\"names\":[],\"mappings\":\"AAAA,IAAI,CCAA\"}";
    let done = Test::new()
        .file("a.js", "var a = 1;\n//# sourceMappingURL=a.js.map\n")
        .file("a.js.map", map)
        .args(["a.js", "-o", "b.js", "--source-maps", "external"])
        .succeeds();
    let map: serde_json::Value = serde_json::from_str(&done.read("b.js.map")).unwrap();
    assert_eq!(map["sources"], serde_json::json!([null, "x/a.ts"]));
    assert_eq!(map["version"], 3);
}
