//! Sets `DOWNLEVEL_VERSION`: the version of the package, and for releases the commit that they are made of.
//!
//! Builds for development do not look at git: each commit would make them compile everything again.

use std::{env, fs, path::Path, process::Command};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if is_release { published_commit().or_else(checked_out_commit) } else { None };
    match commit {
        Some(commit) => println!("cargo:rustc-env=DOWNLEVEL_VERSION={version} ({commit})"),
        None => println!("cargo:rustc-env=DOWNLEVEL_VERSION={version}"),
    }
}

/// The commit that `cargo publish` notes in a package: `{"git": {"sha1": "…"}}`.
fn published_commit() -> Option<String> {
    let note = fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, rest) = note.split_once("\"sha1\": \"")?;
    rest.get(..10).map(str::to_owned)
}

/// The commit and its day, if this folder is the top of a repository.
fn checked_out_commit() -> Option<String> {
    let top = fs::canonicalize(git(&["rev-parse", "--show-toplevel"])?).ok()?;
    if top != fs::canonicalize(env::var_os("CARGO_MANIFEST_DIR")?).ok()? {
        return None;
    }
    // HEAD changes with the branch, its log with each commit.
    for file in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", file]).filter(|path| Path::new(path).exists()) {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    git(&["log", "-1", "--abbrev=10", "--date=short", "--format=%h %cd"])
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (!text.is_empty()).then_some(text)
}
