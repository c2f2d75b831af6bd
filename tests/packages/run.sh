#!/usr/bin/env bash
# Published packages, lowered straight from the registry and set to work: each must say what its original says.
#
# Each package is lowered in the forms it has: its CommonJS files (`cjs`), and its ES modules as CommonJS (`esm`). The
# results lie in target/packages/{cjs,esm}/node_modules, where Node finds them before the originals beside them.
#
# Needs Node 20.19 and the npm registry, so it is no part of `cargo test`. With names, only those packages are run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/target/packages

cargo build --quiet --manifest-path "$root/Cargo.toml"
downlevel=${CARGO_TARGET_DIR:-$root/target}/debug/downlevel
mkdir -p "$work" && cd "$work"
[ -f package.json ] || echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent acorn@8.19.0 \
  @tanstack/query-core@5.108.4 d3-array@3.2.5 date-fns@4.4.0 graphql@16.15.0 lodash-es@4.18.1 mobx@7.1.3 \
  preact@11.2.0 prettier@2.8.8 ramda@0.32.0 rollup@2.80.0 rxjs@7.8.2 svelte@5.57.3 three@0.187.0 typescript@5.9.3 \
  undici@7.30.2 vue@3.5.45 yaml@2.9.1 zod@4.6.7

# lower FORM PACKAGE PATTERNS...: these files of a package, and those of packages that it loads.
shopt -s globstar
lower() {
  local form=$1 from=$work/node_modules/$2 to=$work/$1/node_modules/$2
  mkdir -p "$to" && cd "$from"
  # shellcheck disable=SC2068 # the patterns are expanded here
  cp --parents ${@:3} "$to"
  if [ "$form" = esm ]; then
    node "$here/package_json.js" "$from" "$to"
    set -- --source-type module --modules commonjs
  else
    cp --parents ./**/package.json "$to"
    set -- --source-type commonjs
  fi
  cd "$to" && "$downlevel" --no-config --no-gitignore --quiet --in-place "$@" . || failed=$((failed + 1))
  cd "$work"
}
cjs() { lower cjs "$@"; }
esm() { lower esm "$@"; }

failed=0
tasks() { # tasks NAME FORM...
  local name=$1
  node "$here/tasks.js" "$work" "$name" > "$name.original.txt" 2> stderr || { cat stderr; exit 1; }
  for form in "${@:2}"; do
    if ! node "$here/tasks.js" "$work/$form" "$name" > "$name.$form.txt" 2> stderr; then
      failed=$((failed + 1))
      cat stderr
    fi
    if diff -u "$name.original.txt" "$name.$form.txt"; then echo "same: $name ($form)"; else failed=$((failed + 1)); fi
  done
}

rm -rf cjs esm ./*.txt
packages=${*:-d3-array date-fns graphql lodash mobx preact prettier query-core ramda rollup rxjs svelte three typescript undici vue yaml zod}
for name in $packages; do
  case $name in
    d3-array) esm internmap 'src/*.js'; esm d3-array dist/d3-array.mjs; tasks "$name" esm ;;
    date-fns) cjs date-fns '**/*.cjs'; esm date-fns '**/*.js'; tasks "$name" cjs esm ;;
    graphql) cjs graphql '**/*.js'; esm graphql '**/*.mjs'; tasks "$name" cjs esm ;;
    lodash) esm lodash-es '*.js'; tasks "$name" esm ;;
    mobx) cjs mobx 'dist/mobx.cjs.*.js' dist/index.js; esm mobx dist/mobx.mjs; tasks "$name" cjs esm ;;
    preact) esm preact '**/*.mjs'; tasks "$name" esm ;;
    prettier) cjs prettier 'index.js doc.js third-party.js parser-*.js'; tasks "$name" cjs ;;
    query-core)
      cjs @tanstack/query-core 'build/modern/*.cjs'; esm @tanstack/query-core 'build/modern/*.js'
      tasks "$name" cjs esm ;;
    ramda) cjs ramda 'src/**/*.js'; esm ramda 'es/**/*.js'; tasks "$name" cjs esm ;;
    rollup) cjs rollup dist/rollup.js 'dist/shared/*.js'; tasks "$name" cjs ;;
    rxjs) cjs rxjs 'dist/cjs/**/*.js'; esm rxjs 'dist/esm/**/*.js'; tasks "$name" cjs esm ;;
    svelte)
      for package in devalue esm-env esrap is-reference locate-character zimmerframe; do esm "$package" '**/*.js'; done
      esm clsx 'dist/*.mjs'; esm svelte 'src/**/*.js'; tasks "$name" esm ;;
    three) esm three 'build/three.core.js build/three.module.js'; tasks "$name" esm ;;
    typescript) cjs typescript lib/typescript.js; tasks "$name" cjs ;;
    undici) cjs undici index.js 'lib/**/*.js'; tasks "$name" cjs ;;
    vue)
      for package in shared reactivity compiler-core compiler-dom runtime-core runtime-dom; do
        cjs "@vue/$package" index.js 'dist/*.cjs*.js'; esm "@vue/$package" 'dist/*.esm-bundler.js'
      done
      cjs vue index.js 'dist/*.cjs*.js'; esm vue 'dist/*.esm-bundler.js'; tasks "$name" cjs esm ;;
    yaml) cjs yaml 'dist/**/*.js'; esm yaml 'browser/**/*.js'; tasks "$name" cjs esm ;;
    zod) cjs zod '**/*.cjs'; esm zod '**/*.js'; tasks "$name" cjs esm ;;
    *) echo "no such package: $name"; exit 2 ;;
  esac
done

mkdir -p cjs/node_modules esm/node_modules
"$downlevel" check --quiet --include-node-modules --no-gitignore cjs esm || failed=$((failed + 1))
NODE_PATH=node_modules node "$here/es5.js" cjs esm || failed=$((failed + 1))
NODE_PATH=node_modules node "$here/licences.js" node_modules cjs/node_modules esm/node_modules || failed=$((failed + 1))
[ "$failed" = 0 ]
