#!/usr/bin/env bash
# Builds, tests and packs the package for one platform, which is the one that this runs on: two tarballs in target/npm.
#
#     npm/release/build.sh build|zigbuild TARGET [.GLIBC]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1 target=$2 glibc=${3:-}

cargo "$build" --release --package downlevel-node --package downlevel --target "$target$glibc"
(cd npm && npm ci --no-audit --no-fund --ignore-scripts)
node npm/scripts/place.js "$target/release"

# Windows runs the tests of the API: those of tarballs call npm and the command as Unix does.
tests=(npm/downlevel/test/*.test.js)
case $target in *-windows-*) ;; *) tests+=(npm/e2e/pack.test.js) ;; esac
node --expose-gc --test "${tests[@]}"

node npm/scripts/pack.js
