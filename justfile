# The commands of every day; `just` alone lists them.

[private]
default:
    @just --list --unsorted

# All tests
test:
    cargo test

# Fixtures with this text in their name, such as `object_rest` or `for_of/strings`
fixture name:
    cargo test --quiet --test fixtures -- {{ name }}

# Write anew: the printed helpers, output.js and error.txt of all fixtures or those with this text in their name, the
# bytes of benchmarks/weight
update name="":
    UPDATE_FIXTURES=1 cargo test --quiet --lib printed_is_what_is_printed
    UPDATE_FIXTURES=1 cargo test --quiet --test fixtures -- {{ name }}
    UPDATE_FIXTURES=1 cargo test --quiet --test weight

# Only run the inputs of fixtures: what they print is what their outputs will be held to
inputs name="":
    FIXTURES_INPUT_ONLY=1 cargo test --quiet --test fixtures -- {{ name }}

# Format, lints, documentation
lint:
    cargo fmt
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features

# Download what is measured, once: bundles and modules from the npm registry, into target/benchmarks
bench-fetch:
    benchmarks/fetch.sh

# The library: every bundle, against parsing and printing alone and against SWC's ES5 passes
bench *args:
    cargo run --quiet --release -p benchmarks -- ratios target/benchmarks/bundles {{ args }}

# Time and memory from 100 KB to 100 MB; deep nesting against flat
bench-growth:
    cargo run --quiet --release -p benchmarks -- growth target/benchmarks/bundles/react-dom.js
    cargo run --quiet --release -p benchmarks -- nesting

# The command line, against its floor and other tools
bench-cli:
    cargo build --quiet --release
    cargo build --quiet --release -p benchmarks --features mimalloc
    benchmarks/cli.sh

# Emitted code against ES5 written by hand, on V8 and on Duktape (`apt-get install duktape`)
bench-emitted *args:
    cargo build --quiet --release
    node benchmarks/emitted/run.mjs {{ args }}

# Sizes of outputs, against Babel, SWC and TypeScript
bench-size *args:
    cargo build --quiet --release
    node --max-old-space-size=8000 benchmarks/size/run.mjs {{ args }}

# Bytes of the runtime, minified by terser; with `--peers` those of Babel, SWC and TypeScript (needs Node and npm)
bench-weight *args:
    cargo build --quiet
    node benchmarks/weight/run.mjs {{ args }}

# test262, generated programs, mutated files: see docs/conformance.md
conformance *args:
    cargo run --quiet -p conformance -- {{ args }}

# The package for Node.js, in real bundlers; arguments go to the test runner (needs Node and npm)
test-npm *args:
    npm/test.sh {{ args }}

# What has to hold before a change is merged
ci:
    .ci/run
