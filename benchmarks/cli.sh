#!/usr/bin/env bash
# The command line on a tree of small modules and on one small file, beside its floor and other tools.
# Prints CPU seconds (user and system, all threads) and seconds of wall time: the least of ROUNDS.
# Needs what fetch.sh makes. The other tools come from the npm registry; SKIP_OTHERS=1 leaves them out.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/target/benchmarks
rounds=${ROUNDS:-5}
downlevel=${DOWNLEVEL:-$root/target/release/downlevel}
floor=${FLOOR:-$root/target/release/benchmarks}
mkdir -p "$work/cli" && cd "$work/cli"

if [ -z "${SKIP_OTHERS:-}" ]; then
  [ -f package.json ] || echo '{ "private": true }' > package.json
  npm install --no-audit --no-fund --silent @swc/core @swc/cli @babel/core@7 @babel/cli@7 @babel/preset-env@7 typescript@5
  echo '{ "jsc": { "target": "es5" }, "sourceMaps": false }' > swcrc.json
  echo '{ "presets": [["@babel/preset-env", { "targets": "ie 11", "modules": false }]] }' > babelrc.json
fi
printf 'const max = (...xs) => Math.max(...xs);\nexport class A { m({ a, ...b } = {}) { return [max(1, ...a), b]; } }\n' > small.js

# least NAME COMMAND...: the least CPU and wall time of some rounds.
least() {
  local name=$1 best="" TIMEFORMAT='%U %S %R'
  shift
  for _ in $(seq "$rounds"); do
    rm -rf out
    local line
    line=$({ time "$@" > log 2>&1; } 2>&1) || { echo "$name failed:" >&2; tail -n 3 log >&2; return 0; }
    line=$(awk '{ printf "%.3f %.3f", $1 + $2, $3 }' <<< "$line")
    best=$(printf '%s\n%s\n' "$line" "$best" | awk 'NF' | sort -n | head -n 1)
  done
  printf '| %s | %s | %s |\n' "$name" ${best}
}

others() {
  if [ -z "${SKIP_OTHERS:-}" ]; then
    least '@swc/cli' node_modules/.bin/swc "$1" --config-file swcrc.json --no-swcrc -d out
    least 'Babel' node_modules/.bin/babel "$1" --config-file ./babelrc.json --no-babelrc -d out
    least 'tsc' node_modules/.bin/tsc --allowJs --checkJs false --noCheck --noResolve --target ES5 --downlevelIteration \
      --ignoreDeprecations 5.0 --moduleResolution node --module esnext --skipLibCheck --lib es2018 --outDir out "${@:2}"
  fi
}

echo "| $(find ../modules -type f | wc -l) modules | CPU, s | wall, s |"
echo '| --- | ---: | ---: |'
least 'floor' "$floor" folder ../modules --out-dir out
least 'downlevel' "$downlevel" ../modules --out-dir out
find ../modules -type f > files
rounds=1 others ../modules @files

echo
echo '| one file of two lines | CPU, s | wall, s |'
echo '| --- | ---: | ---: |'
least 'downlevel' "$downlevel" small.js -o out.js
others small.js small.js
