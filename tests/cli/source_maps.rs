//! `--source-maps`: where the map is, and what it calls the source.

use serde_json::Value;

use crate::support::Test;

const CODE: &str = "var a = 1;\n";

/// The names of the sources in a map.
fn sources(map: &str) -> Vec<String> {
    let map: Value = serde_json::from_str(map).unwrap();
    assert_eq!(map["version"], 3);
    map["sources"].as_array().unwrap().iter().map(|source| source.as_str().unwrap().to_owned()).collect()
}

/// The map that code holds.
fn inline(code: &str) -> String {
    let url = code.strip_prefix(CODE).unwrap().strip_prefix("//# sourceMappingURL=").unwrap();
    let data = url.strip_prefix("data:application/json;charset=utf-8;base64,").unwrap().trim_end();
    String::from_utf8(base64_simd::STANDARD.decode_to_vec(data).unwrap()).unwrap()
}

#[test]
fn none_by_default() {
    for args in [&["a.js", "-o", "b.js"] as &[_], &["a.js", "-o", "b.js", "--source-maps", "none"]] {
        Test::new().file("a.js", CODE).args(args).succeeds().file("b.js", CODE).no_file("b.js.map");
    }
}

#[test]
fn an_external_map_stands_beside_the_file() {
    let done = Test::new()
        .file("a.js", CODE)
        .args(["a.js", "-o", "b.js", "--source-maps", "external"])
        .succeeds()
        .stdout("")
        .stderr("")
        .file("b.js", &format!("{CODE}//# sourceMappingURL=b.js.map\n"));
    assert_eq!(sources(&done.read("b.js.map")), ["a.js"]);
}

#[test]
fn a_source_is_named_from_where_the_map_is() {
    let cases = [
        ("src/x/a.js", "dist/y/b.js", "../../src/x/a.js"),
        ("src/a.js", "src/b.js", "a.js"),
        ("a.js", "dist/b.js", "../a.js"),
        ("src/x/../a.js", "b.js", "src/a.js"),
    ];
    for (input, output, source) in cases {
        let done = Test::new()
            .folder("src/x")
            .file(input, CODE)
            .args([input, "-o", output, "--source-maps", "external"])
            .succeeds();
        assert_eq!(sources(&done.read(format!("{output}.map"))), [source]);
    }
}

#[test]
fn each_file_of_a_folder_has_its_map() {
    let done = Test::new()
        .file("src/a.js", CODE)
        .file("src/x/b.js", CODE)
        .args(["src", "--out-dir", "dist", "--source-maps", "external"])
        .succeeds()
        .stderr("2 files\n")
        .files("dist", &["a.js", "a.js.map", "x/b.js", "x/b.js.map"]);
    assert_eq!(sources(&done.read("dist/a.js.map")), ["../src/a.js"]);
    assert_eq!(sources(&done.read("dist/x/b.js.map")), ["../../src/x/b.js"]);
}

#[test]
fn an_inline_map_is_in_the_code() {
    let done = Test::new()
        .file("src/a.js", CODE)
        .args(["src/a.js", "-o", "dist/b.js", "--source-maps", "inline"])
        .succeeds()
        .files("dist", &["b.js"]);
    assert_eq!(sources(&inline(&done.read("dist/b.js"))), ["../src/a.js"]);
}

#[test]
fn standard_output_has_inline_maps() {
    let done = Test::new().file("src/a.js", CODE).args(["src/a.js", "--source-maps", "inline"]).succeeds();
    assert_eq!(sources(&inline(done.output())), ["src/a.js"]);
    let done = Test::new().stdin(CODE).args(["-", "--source-maps", "inline"]).succeeds();
    assert_eq!(sources(&inline(done.output())), ["<stdin>"]);
    let done = Test::new()
        .stdin(CODE)
        .args(["-", "--stdin-filename", "src/a.js", "-o", "dist/b.js", "--source-maps", "inline"])
        .succeeds();
    assert_eq!(sources(&inline(&done.read("dist/b.js"))), ["../src/a.js"]);
}

#[test]
fn standard_output_has_no_external_maps() {
    Test::new()
        .file("a.js", CODE)
        .args(["a.js", "--source-maps", "external"])
        .refuses()
        .stdout("")
        .stderr_has("error: there is no file for the source map to stand beside\n")
        .stderr_has("help: write to a file with `-o FILE`, or use `--source-maps inline`\n");
}

#[test]
fn names_are_urls() {
    let done = Test::new()
        .file("a b#.js", CODE)
        .args(["a b#.js", "-o", "dist/c d?.js", "--source-maps", "external"])
        .succeeds()
        .file("dist/c d?.js", &format!("{CODE}//# sourceMappingURL=c%20d%3F.js.map\n"));
    assert_eq!(sources(&done.read("dist/c d?.js.map")), ["../a%20b%23.js"]);
}

#[test]
fn a_map_does_not_replace_an_input() {
    Test::new()
        .file("a.js", CODE)
        .file("dist/a.js.map", CODE)
        .args(["a.js", "dist/a.js.map", "--out-dir", "dist", "--source-maps", "external"])
        .refuses()
        .stderr_has("error: the input `dist/a.js.map` would be replaced by a result\n")
        .file("dist/a.js.map", CODE);
}

#[cfg(unix)]
#[test]
fn links_lead_from_the_real_folder() {
    let done = Test::new()
        .file("src/a.js", CODE)
        .folder("far/away/dist")
        .link("dist", "far/away/dist")
        .args(["src", "--out-dir", "dist", "--source-maps", "external"])
        .succeeds();
    assert_eq!(sources(&done.read("dist/a.js.map")), ["../../../src/a.js"]);
}

/// What the configuration says for the project does not keep a file from being looked at.
#[test]
fn standard_output_needs_no_map() {
    let test = || {
        let configuration = "inputs = [\"src\"]\noutDir = \"dist\"\nsourceMaps = \"external\"";
        Test::new().file("downlevel.toml", configuration).file("src/a.js", CODE)
    };
    test().args(["src/a.js"]).succeeds().stdout(CODE).stderr(
        "\
warning[no-source-map]: there is no source map: standard output has no file for it to stand beside
  |
  = help: write to a file with `-o FILE`, or use `--source-maps inline`

",
    );
    test().args(["src/a.js", "-o", "-", "--quiet"]).succeeds().stdout(CODE).stderr("");
    test().args(["src/a.js", "--no-warn", "no-source-map"]).succeeds().stdout(CODE).stderr("");
    test().args(["src/a.js", "--source-maps", "none"]).succeeds().stdout(CODE).stderr("");
    let done = test().args(["src/a.js", "--source-maps", "inline"]).succeeds().stderr("");
    assert_eq!(sources(&inline(done.output())), ["src/a.js"]);
    test().args(["src/a.js", "--source-maps", "external"]).refuses();
    test()
        .args(["src/a.js", "-o", "b.js"])
        .succeeds()
        .stderr("")
        .files("", &["b.js", "b.js.map", "downlevel.toml", "src/a.js"]);
    test().args(&[] as &[&str]).succeeds().stderr("1 file\n").files("dist", &["a.js", "a.js.map"]);
}

#[test]
fn a_map_may_go_where_the_source_has_its_own() {
    let map = "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}";
    let data = base64_simd::STANDARD.encode_to_string(map);
    let test = || {
        Test::new()
            .file("src/a.js", format!("{CODE}//# sourceMappingURL=a.js.map\n"))
            .file("src/a.js.map", map)
            .file("src/b.js", format!("{CODE}//# sourceMappingURL=data:application/json;base64,{data}\n"))
            .file("src/c.js", CODE)
    };
    let done = test().args(["src", "--out-dir", "dist", "--source-maps", "same"]).succeeds();
    let done = done.files("dist", &["a.js", "a.js.map", "b.js", "c.js"]).file("dist/c.js", CODE);
    assert_eq!(sources(&done.read("dist/a.js.map")), ["../src/a.ts"]);
    assert_eq!(sources(&inline(&done.read("dist/b.js"))), ["../src/a.ts"]);
    for file in ["src/a.js", "src/b.js"] {
        let done = test().args([file, "--source-maps", "same"]).succeeds();
        assert_eq!(sources(&inline(done.output())), ["src/a.ts"]);
    }
}
