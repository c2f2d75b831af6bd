// The tarballs of `npm pack`, installed into an empty project: only what is in them can be found.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { execFileSync, spawnSync } = require("node:child_process");
const { after, before, test } = require("node:test");
const { packAll } = require("../scripts/pack.js");
const { packageName, thisPlatform } = require("../downlevel/lib/platform.js");
const { copyOf, run } = require("./harness.js");

const project = fs.mkdtempSync(path.join(os.tmpdir(), "downlevel-pack-"));
const node = (...args) => execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });

before(() => {
  fs.writeFileSync(path.join(project, "package.json"), '{ "private": true }');
  // Offline: the packages of other platforms are optional, and not there.
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...packAll()], { cwd: project });
});

after(() => fs.rmSync(project, { recursive: true }));

test("require and import", () => {
  const code = 'console.log(transformSync("f(...xs)", { assumptions: { iterableIsArray: true } }).code.trim(), version)';
  const expected = `f.apply(void 0, xs); ${require("downlevel").version}\n`;
  assert.equal(node("-e", `const { transformSync, version } = require("downlevel"); ${code}`), expected);
  assert.equal(node("--input-type=module", "-e", `import { transformSync, version } from "downlevel"; ${code}`), expected);
});

test("every entry can be loaded in both ways", () => {
  const { exports } = require("downlevel/package.json");
  const entries = Object.keys(exports).map((entry) => path.posix.join("downlevel", entry));
  node("-e", entries.map((entry) => `require("${entry}");`).join(""));
  const modules = entries.filter((entry) => !entry.endsWith(".json"));
  node("--input-type=module", "-e", modules.map((entry) => `await import("${entry}");`).join(""));
});

test("the command", () => {
  fs.writeFileSync(path.join(project, "app.mjs"), "export const f = (...xs) => xs;\n");
  const command = path.join(project, "node_modules/.bin/downlevel");
  const run = (...args) => spawnSync(command, args, { cwd: project, encoding: "utf8" });
  assert.match(run("--version").stdout, /^downlevel \d/);
  assert.equal(run("app.mjs", "-o", "out/app.js").status, 0);
  assert.match(fs.readFileSync(path.join(project, "out/app.js"), "utf8"), /exports\.f = /);
  assert.equal(run("check", "out").status, 0);
  const failed = run("check", "app.mjs");
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /app\.mjs/);
  assert.equal(run("--no-such-flag").status, 2);
});

test("what is lowered finds its helpers", () => {
  const command = path.join(project, "node_modules/.bin/downlevel");
  fs.writeFileSync(path.join(project, "spread.js"), "console.log(Math.max(...new Set([1, 3, 2])));\n");
  execFileSync(command, ["spread.js", "--helpers", "external", "-o", "out/spread.js"], { cwd: project });
  assert.match(fs.readFileSync(path.join(project, "out/spread.js"), "utf8"), /require\("downlevel\/helpers"\)/);
  assert.equal(node("out/spread.js"), "3\n");
});

test("types, as ES module and as CommonJS", async () => {
  const source = fs.readFileSync(path.join(__dirname, "apps/packed/use.ts"), "utf8");
  fs.writeFileSync(path.join(project, "use.cts"), source);
  fs.writeFileSync(path.join(project, "use.mts"), source.replace(/^import (\w+) = require\((.*)\);$/gm, "import $1 from $2;"));
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
  const { status, output } = await run(project, "tsc", ...flags, "use.cts", "use.mts");
  assert.equal(status, 0, output);
});

test("types, in the configurations of bundlers", async () => {
  const folder = copyOf("types");
  const flags = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"];
  const { status, output } = await run(folder, "tsc", ...flags, "configurations.mts");
  assert.equal(status, 0, output);
});

test("versions are the same everywhere", () => {
  const { version, optionalDependencies } = require("downlevel/package.json");
  const cargo = fs.readFileSync(path.join(__dirname, "../../Cargo.toml"), "utf8").match(/^version = "(.*)"$/m)[1];
  assert.equal(version, cargo);
  for (const [name, wanted] of Object.entries(optionalDependencies)) assert.equal(wanted, version, name);
});

test("a platform package that is missing is named, with what to do", () => {
  const name = packageName(thisPlatform());
  fs.rmSync(path.join(project, "node_modules", name), { recursive: true });
  const told = [`the package ${name}`, "npm/cli/issues/4828", `npm install --save-optional ${name}@`];
  for (const args of [["-e", 'require("downlevel")'], ["node_modules/downlevel/bin/downlevel.js", "--version"]]) {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    assert.equal(status, 1);
    for (const text of told) assert.ok(stderr.includes(text), stderr);
  }
});
