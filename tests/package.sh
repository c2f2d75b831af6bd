#!/usr/bin/env bash
# The crate as it is published: packed, unpacked outside of the repository, built there, and used by another crate.
#
# Nothing that `exclude` leaves out may be missing. Dependencies are those that `cargo test` has built and downloaded.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo package --quiet --manifest-path "$root/Cargo.toml" --package downlevel --allow-dirty --no-verify 2> "$work/warnings" || {
  cat "$work/warnings" >&2
  exit 1
}
version=$(cargo pkgid --manifest-path "$root/Cargo.toml" | sed 's/.*[#@]//')
tar -xzf "$CARGO_TARGET_DIR/package/downlevel-$version.crate" -C "$work"
crate=$work/downlevel-$version

# As others see it: the command, the examples, and the first page of the documentation.
cargo build --quiet --manifest-path "$crate/Cargo.toml" --bins --examples --features swc
cargo run --quiet --manifest-path "$crate/Cargo.toml" --example transform > /dev/null
cargo run --quiet --manifest-path "$crate/Cargo.toml" --features swc --example program > /dev/null
printf 'let a = (...xs) => f(...xs);\n' | cargo run --quiet --manifest-path "$crate/Cargo.toml" -- - > "$work/out.js"
grep -q 'f.apply(void 0, ' "$work/out.js"

# A bundler's author takes the library alone.
mkdir -p "$work/user/src"
cat > "$work/user/Cargo.toml" << TOML
[package]
name = "user"
version = "0.0.0"
edition = "2024"

[dependencies]
downlevel = { path = "$crate", default-features = false }
TOML
cat > "$work/user/src/main.rs" << 'RUST'
use downlevel::{Helpers, Options, transform};

fn main() -> Result<(), downlevel::Errors> {
    let options = Options { helpers: Helpers::External("./helpers.js".into()), source_map: true, ..Options::default() };
    let output = transform("export const f = (...xs) => g(...xs, 1);", &options)?;
    assert!(output.map.is_some());
    print!("{}", output.code);
    Ok(())
}
RUST
cp "$root/Cargo.lock" "$work/user/Cargo.lock"
cargo run --quiet --manifest-path "$work/user/Cargo.toml" > "$work/out.js"
grep -q 'export var f' "$work/out.js"
echo "the crate of version $version builds and works outside of the repository"
