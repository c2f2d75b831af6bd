//! `--in-place`: a finished build becomes ES5 where it is.

use serde_json::Value;

use crate::support::Test;

const ES2015: &str = "let a = 1;\n";
const ES5: &str = "var a = 1;\n";

#[test]
fn each_file_is_replaced() {
    Test::new()
        .file("dist/a.js", ES2015)
        .file("dist/x/b.mjs", ES2015)
        .file("dist/c.css", "a {}")
        .args(["dist", "--in-place", "--modules", "preserve"])
        .succeeds()
        .stdout("")
        .stderr("2 files\n")
        .file("dist/a.js", ES5)
        .file("dist/c.css", "a {}")
        .files("dist", &["a.js", "c.css", "x/b.mjs"]);
}

#[test]
fn a_second_time_nothing_changes() {
    Test::new().file("a.js", ES5).args(["a.js", "--in-place"]).succeeds().file("a.js", ES5).files("", &["a.js"]);
}

#[test]
fn a_file_that_fails_stays() {
    Test::new()
        .file("dist/a.js", "let = = 1")
        .file("dist/b.js", ES2015)
        .args(["dist", "--in-place"])
        .fails()
        .file("dist/a.js", "let = = 1")
        .file("dist/b.js", ES5);
}

#[test]
fn maps_lead_on_through_the_map_that_was_there() {
    let map = "{\"version\":3,\"sources\":[\"../src/a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}";
    let inline = base64_simd::STANDARD.encode_to_string(map);
    let done = Test::new()
        .file("dist/a.js", format!("{ES2015}//# sourceMappingURL=a.js.map\n"))
        .file("dist/a.js.map", map)
        .file("dist/b.js", format!("{ES2015}//# sourceMappingURL=data:application/json;base64,{inline}\n"))
        .file("dist/c.js", ES2015)
        .args(["dist", "--in-place"])
        .succeeds()
        .stderr("3 files\n")
        .files("dist", &["a.js", "a.js.map", "b.js", "c.js"]);
    let sources = |json: &str| serde_json::from_str::<Value>(json).unwrap()["sources"][0].clone();
    assert_eq!(sources(&done.read("dist/a.js.map")), "../src/a.ts");
    assert!(done.read("dist/a.js").ends_with("\n//# sourceMappingURL=a.js.map\n"));
    let code = done.read("dist/b.js");
    let data = code.rsplit_once("base64,").unwrap().1.trim_end();
    assert_eq!(sources(&String::from_utf8(base64_simd::STANDARD.decode_to_vec(data).unwrap()).unwrap()), "../src/a.ts");
    assert!(!done.read("dist/c.js").contains("sourceMappingURL"));
}

#[test]
fn source_maps_can_be_chosen() {
    Test::new()
        .file("a.js", format!("{ES2015}//# sourceMappingURL=a.js.map\n"))
        .args(["a.js", "--in-place", "--source-maps", "none"])
        .succeeds()
        .file("a.js", ES5);
    Test::new()
        .file("a.js", ES2015)
        .args(["a.js", "--in-place", "--source-maps", "external"])
        .succeeds()
        .files("", &["a.js", "a.js.map"]);
}

/// The map is that of two files, and can be renewed for one of them only.
#[test]
fn a_map_of_two_files_is_an_error_of_the_other() {
    let code = format!("{ES2015}//# sourceMappingURL=a.js.map\n");
    Test::new()
        .file("dist/a.js", &code)
        .file("dist/a.js.map", "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}")
        .file("dist/b.js", &code)
        .args(["dist", "--in-place"])
        .fails()
        .stderr_has("error: the source map `dist/a.js.map` of `dist/b.js` would be replaced by a result\n")
        .file("dist/b.js", &code);
}

#[test]
fn what_makes_no_sense_is_refused() {
    for args in [
        &["a.js", "--in-place", "-o", "b.js"] as &[_],
        &["a.js", "--in-place", "--out-dir", "dist"],
        &["a.js", "--in-place", "--watch"],
        &["-", "--in-place"],
    ] {
        Test::new().file("a.js", ES2015).args(args).refuses().file("a.js", ES2015).files("", &["a.js"]);
    }
}

/// The sources of a project are never what is replaced.
#[test]
fn inputs_are_typed() {
    let test = || Test::new().file("downlevel.toml", "inputs = [\"src\"]\noutDir = \"dist\"").file("src/a.js", ES2015);
    test()
        .args(["--in-place"])
        .refuses()
        .stderr_has("there is no input: give the files or the folder that `--in-place` is to replace")
        .file("src/a.js", ES2015);
    test()
        .file("dist/a.js", ES2015)
        .args(["dist", "--in-place"])
        .succeeds()
        .file("src/a.js", ES2015)
        .file("dist/a.js", ES5);
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_is_replaced_once() {
    Test::new()
        .file("dist/a.js", ES2015)
        .link("dist/b.js", "a.js")
        .args(["dist", "--in-place"])
        .succeeds()
        .file("dist/a.js", ES5);
}
