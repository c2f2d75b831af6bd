#!/usr/bin/env bash
# Babel's own tests of behaviour (`exec.js` in its fixtures), lowered by downlevel and run in Node, beside the sources.
#
# They come with Debian's source of Babel 7.20, since Babel publishes them nowhere but in its repository. Needs Node, npm
# and the Debian mirror, so it is no part of `cargo test`. Everything it downloads and makes lies in target/outside. What is
# given as arguments goes to downlevel, such as --spec.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/target/outside
archive="node-babel7_7.20.15+ds1+~cs214.269.168.orig.tar.xz"

cargo build --quiet --manifest-path "$root/Cargo.toml"
mkdir -p "$work" && cd "$work"
[ -f package.json ] || echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent expect@29
if [ ! -d babel ]; then
  curl --fail --silent --show-error --output "$archive" "http://deb.debian.org/debian/pool/main/n/node-babel7/$archive"
  echo "659d96ab6bdfc53ff63b783eed35b20f3fe5eed161b292f07502f2e016c10c91  $archive" | sha256sum --check --quiet
  mkdir babel && tar -xJf "$archive" -C babel --strip-components 1
fi
DOWNLEVEL=${CARGO_TARGET_DIR:-$root/target}/debug/downlevel NODE_PATH=node_modules node "$here/run.js" "$@"
