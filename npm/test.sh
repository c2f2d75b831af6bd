#!/usr/bin/env bash
# The package for Node.js: its API, its plugins in the real bundlers, what `npm pack` makes of it.
#
# Needs Node 20 and npm; packages come from the registry, as package-lock.json holds them.
set -euo pipefail
cd "$(dirname "$0")"

cargo build --quiet --package downlevel-node --package downlevel
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --ignore-scripts --prefer-offline
node scripts/place.js
scripts/install-engines.sh

# Two at a time: builds use several threads each.
node --expose-gc --test --test-concurrency=2 "$@" downlevel/test/*.test.js e2e/*.test.js
