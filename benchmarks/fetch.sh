#!/usr/bin/env bash
# Real inputs, from the npm registry: bundles in target/benchmarks/bundles, a tree of small modules in
# target/benchmarks/modules. What is newer than ES2018 goes through esbuild first. Nothing of it is committed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/target/benchmarks
mkdir -p "$work/npm" && cd "$work/npm"

echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent \
  esbuild@0.25 three@0.170 d3@7 rxjs@7 lodash-es@4 rollup@2 prettier@2 typescript@5 vue@3 react-dom@18 react@18 \
  date-fns@3 ramda@0.30 pixi.js@8 mobx@6 undici@6 @babel/parser@7 @babel/types@7 redux-saga@1 fp-ts@2

rm -rf "$work/bundles" "$work/modules" && mkdir "$work/bundles"
es2018() { node_modules/.bin/esbuild --target=es2018 --log-level=error "$@"; }
bundle() { echo "export * from '$2'" | es2018 --bundle --format=esm --outfile="$work/bundles/$1.js" "${@:3}"; }
file() { es2018 "node_modules/$2" --outfile="$work/bundles/$1.js"; }
for name in d3 rxjs date-fns ramda mobx redux-saga; do bundle "$name" "$name" --define:process.env.NODE_ENV='"development"'; done
bundle lodash lodash-es
bundle undici undici --platform=node
file three three/build/three.module.js
file pixi pixi.js/dist/pixi.js
file rollup rollup/dist/shared/rollup.js
file prettier prettier/index.js
file typescript typescript/lib/typescript.js
file vue vue/dist/vue.global.js
file react-dom react-dom/cjs/react-dom.development.js
file babel-parser @babel/parser/lib/index.js
file three.min three/build/three.module.min.js

{
  find node_modules/{lodash-es,rxjs/dist/esm,ramda/es,fp-ts/es6,three/src,three/examples/jsm,undici,redux-saga} -name '*.js'
  find node_modules/{date-fns,pixi.js/lib,@babel/types/lib} -name '*.mjs' -o -path '*/@babel/types/*' -name '*.js'
} | grep -v -e '\.min\.js$' -e examples/jsm/libs -e WebGPU.js |
  xargs node_modules/.bin/esbuild --target=es2018 --log-level=error --outdir="$work/modules" --outbase=node_modules
# What no ES5 can say.
grep -rlE 'import\(|import\.meta|\?<[=!]' "$work/modules" | xargs rm
du -sh "$work/bundles" "$work/modules"
echo "$(find "$work/modules" -type f | wc -l) modules"
