//! What the runtime weighs: the bytes of whole outputs, helpers and all, for the small sources of
//! `benchmarks/weight/snippets.json`. They may only fall.
//!
//! `UPDATE_FIXTURES=1 cargo test --test weight` writes `bytes.txt` anew, but for a sum that grew.

use std::{env, fs, path::PathBuf};

use downlevel::{Modules, Options, SourceType, transform};

#[derive(serde::Deserialize)]
struct Snippet {
    name: String,
    source: String,
    module: bool,
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benchmarks/weight").join(name)
}

fn bytes(snippet: &Snippet) -> usize {
    let source_type = if snippet.module { SourceType::Module } else { SourceType::Script };
    let options = Options { source_type, modules: Modules::CommonJs, ..Options::default() };
    transform(&snippet.source, &options).unwrap().code.len()
}

#[test]
fn outputs_weigh_what_is_written_down() {
    let snippets = fs::read_to_string(path("snippets.json")).unwrap();
    let snippets: Vec<Snippet> = serde_json::from_str(&snippets).unwrap();
    let mut actual: String = snippets.iter().map(|snippet| format!("{} {}\n", snippet.name, bytes(snippet))).collect();
    let sum: usize = snippets.iter().map(bytes).sum();
    actual.push_str(&format!("sum {sum}\n"));
    let expected = fs::read_to_string(path("bytes.txt")).unwrap();
    if actual == expected {
        return;
    }
    let before = expected.lines().find_map(|line| line.strip_prefix("sum ")?.parse::<usize>().ok());
    if env::var_os("UPDATE_FIXTURES").is_some() && before.is_none_or(|before| sum <= before) {
        return fs::write(path("bytes.txt"), actual).unwrap();
    }
    panic!(
        "`just update` writes benchmarks/weight/bytes.txt anew, unless the sum has grown:\n{expected}\nis now\n{actual}"
    );
}
