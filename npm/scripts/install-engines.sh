#!/usr/bin/env bash
# Chromium and Duktape, which the results run in, where Debian's packages can be had.
set -euo pipefail

missing=()
command -v chromium > /dev/null || missing+=(chromium)
command -v duk > /dev/null || missing+=(duktape)
[ ${#missing[@]} = 0 ] && exit

if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
else
  echo "NOT TESTED: ${missing[*]} cannot be installed here, so that what runs there is left out" >&2
fi
