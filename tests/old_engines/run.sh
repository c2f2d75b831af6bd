#!/usr/bin/env bash
# Fixtures on old engines: Rhino 1.7.14, MuJS, njs and Duktape 2.7, as Debian packages them. Each must print what Node
# prints, but for what `known.txt` lists, with the reason.
#
#   tests/old_engines/run.sh [--update] [words that names of fixtures contain]
#
# Needs Node; engines that are not there are installed if that can be done without asking, and else left out.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

missing=()
for package in rhino mujs njs duktape; do
  command=${package/duktape/duk}
  command -v "$command" > /dev/null || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  timeout 300 apt-get install -y -qq "${missing[@]}" > /dev/null 2>&1 || echo "could not be installed: ${missing[*]}"
fi

cargo build --quiet --manifest-path "$root/Cargo.toml" --bin downlevel
exec node "$here/run.mjs" "${CARGO_TARGET_DIR:-$root/target}/debug/downlevel" "$@"
