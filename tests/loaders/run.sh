#!/usr/bin/env bash
# Modules in every format, in the loaders that people use: each must print what it prints as a module of Node.
#
# Needs Node and the npm registry, so it is no part of `cargo test`. Takes the modules of `fixtures` and those of
# `cases`. Everything it downloads and makes lies in target/loaders.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/target/loaders

cargo build --quiet --manifest-path "$root/Cargo.toml"
mkdir -p "$work" && cd "$work"
[ -f package.json ] || echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent systemjs@6 requirejs@2
DOWNLEVEL=${CARGO_TARGET_DIR:-$root/target}/debug/downlevel node "$here/run.js" "$root" "$@"
