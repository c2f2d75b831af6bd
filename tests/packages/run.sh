#!/usr/bin/env bash
# Published packages, lowered and set to work: each must say what its original says.
#
# Needs Node and the npm registry, so it is no part of `cargo test`. What has syntax newer than ES2018 goes through
# esbuild first. Everything it downloads and makes lies in target/packages.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/target/packages

cargo build --quiet --release --manifest-path "$root/Cargo.toml"
downlevel=${CARGO_TARGET_DIR:-$root/target}/release/downlevel
mkdir -p "$work" && cd "$work"
[ -f package.json ] || echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent \
  acorn esbuild lodash-es three ramda date-fns d3-array rxjs rollup@2 prettier@2 typescript@5

rm -rf original lowered && mkdir original lowered
es2018() { node_modules/.bin/esbuild --target=es2018 --log-level=error "$@"; }
bundle() { echo "export * from '$2'" | es2018 --bundle --format=cjs --outfile="original/$1.js"; }
bundle lodash lodash-es
bundle three ./node_modules/three/build/three.core.js
for name in ramda date-fns d3-array rxjs; do bundle "$name" "$name"; done
es2018 node_modules/rollup/dist/shared/rollup.js --outfile=original/rollup.js
es2018 node_modules/typescript/lib/typescript.js --outfile=original/typescript.js
es2018 node_modules/prettier/index.js --bundle --platform=node --outfile=original/prettier.js
es2018 node_modules/prettier/parser-babel.js --outfile=original/parser-babel.js

"$downlevel" original --out-dir lowered
failed=0
for file in lowered/*.js; do
  node_modules/.bin/acorn --ecma5 --silent "$file" || { echo "not ES5: $file"; failed=$((failed + 1)); }
done
for name in lodash three ramda date-fns d3-array rxjs rollup prettier typescript; do
  node "$here/tasks.js" original "$name" > "original/$name.txt"
  if ! node "$here/tasks.js" lowered "$name" > "lowered/$name.txt" 2>&1; then failed=$((failed + 1)); fi
  if diff -u "original/$name.txt" "lowered/$name.txt"; then echo "same: $name"; else failed=$((failed + 1)); fi
done
NODE_PATH=node_modules node "$here/licences.js" original lowered || failed=$((failed + 1))
[ "$failed" = 0 ]
