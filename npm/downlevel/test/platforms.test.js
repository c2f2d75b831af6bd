// The platforms are written down in several places: the loader, package.json (twice), the packages, the workflow, the README.
// They are held together here.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { addonFile, commandFile, packageName, platformName } = require("../lib/platform.js");
const { describe } = require("../../scripts/pack.js");
const { napi, optionalDependencies, version } = require("../package.json");

const read = (file) => fs.readFileSync(path.join(__dirname, "../..", file), "utf8");

/** What a target of Rust is for Node and npm, by the conventions of @napi-rs/cli. */
function platformOf(target) {
  const [machine, ...system] = target.split("-");
  const cpu = { aarch64: "arm64", x86_64: "x64" }[machine] ?? assert.fail(target);
  const [os, abi] = {
    "apple-darwin": ["darwin"],
    "pc-windows-msvc": ["win32", "msvc"],
    "unknown-linux-gnu": ["linux", "gnu"],
    "unknown-linux-musl": ["linux", "musl"],
  }[system.join("-")] ?? assert.fail(target);
  return { os, cpu, abi, name: [os, cpu, abi].filter(Boolean).join("-") };
}

test("each target has its package among the optional dependencies, and no other is there", () => {
  const names = napi.targets.map((target) => `${napi.packageName}-${platformOf(target).name}`);
  assert.deepEqual(Object.keys(optionalDependencies).sort(), names.sort());
});

test("packages are for the machines of their target", () => {
  for (const target of napi.targets) {
    const { os, cpu, abi, name } = platformOf(target);
    assert.equal(platformName({ platform: os, arch: cpu, musl: abi === "musl" }), name, "the loader looks for it");
    const made = describe(name);
    const libc = { gnu: ["glibc"], musl: ["musl"] }[abi];
    assert.deepEqual([made.name, made.version, made.os, made.cpu, made.libc], [packageName(name), version, [os], [cpu], libc]);
    const files = [`${napi.binaryName}.${name}.node`, os === "win32" ? "downlevel.exe" : "downlevel"];
    assert.deepEqual([addonFile(name), commandFile(name)], files);
    assert.deepEqual([made.main, made.files], [files[0], files]);
  }
});

test("the workflow builds every target once, on a machine that can run it", () => {
  const jobs = [...read("release/build.yml").matchAll(/^ +- target: (\S+)\n +runner: (\S+)\n((?: {12}\S.*\n)*)/gm)];
  assert.deepEqual(jobs.map(([, target]) => target).sort(), [...napi.targets].sort());
  for (const [, target, runner, more] of jobs) {
    const { os, cpu, abi } = platformOf(target);
    assert.ok(runner.startsWith({ darwin: "macos-", linux: "ubuntu-", win32: "windows-" }[os]), `${target} on ${runner}`);
    // Those of macOS are arm64 unless they say `intel`, all others x64 unless they say `arm`.
    assert.equal(os === "darwin" ? !runner.endsWith("-intel") : runner.endsWith("-arm"), cpu === "arm64", `${target} on ${runner}`);
    assert.equal(/alpine: true/.test(more), abi === "musl", target);
    assert.equal(/build: zigbuild\n +glibc: "\.2\.17"/.test(more), abi === "gnu", target);
    assert.equal(/rustflags: -C target-feature=\+crt-static/.test(more), abi === "msvc", target);
  }
});

test("the README tells of every target, and of no other", () => {
  const table = read("README.md").match(/^\| target \|[^]*?\n\n/m)[0];
  assert.deepEqual([...table.matchAll(/`((?:x86_64|aarch64)-\S+?)`/g)].map(([, target]) => target).sort(), [...napi.targets].sort());
});
