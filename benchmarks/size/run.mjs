// How large outputs are: the bundles of target/benchmarks (see ../fetch.sh) lowered by downlevel, Babel, SWC and
// TypeScript, each with its defaults for ES5 and its helpers in the file. Bytes as they are, after gzip, and both again
// once esbuild has taken out what only people need: names, spaces, comments.
//
//     node benchmarks/size/run.mjs [--command target/release/downlevel] [--only text]

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const work = join(root, "target/benchmarks");
const { values: options } = parseArgs({
  options: {
    command: { type: "string", default: join(root, "target/release/downlevel") },
    only: { type: "string", default: "" },
  },
});

const PEERS = ["@babel/core@7", "@babel/preset-env@7", "@swc/core@1", "typescript@5", "esbuild@0.25"];
const peers = join(work, "peers");
if (!existsSync(join(peers, "node_modules"))) {
  mkdirSync(peers, { recursive: true });
  writeFileSync(join(peers, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", ...PEERS], { cwd: peers, stdio: "inherit" });
}
const require = createRequire(join(peers, "package.json"));
const babel = require("@babel/core");
const swc = require("@swc/core");
const typescript = require("typescript");
const esbuild = require("esbuild");

const TOOLS = {
  downlevel: (file) =>
    execFileSync(options.command, [file, "--modules", "preserve"], { encoding: "utf8", maxBuffer: 1 << 28 }),
  babel: (file) =>
    babel.transformFileSync(file, {
      configFile: false,
      compact: false,
      presets: [[require.resolve("@babel/preset-env"), { targets: "ie 11", modules: false }]],
    }).code,
  swc: (file) =>
    swc.transformFileSync(file, {
      configFile: false,
      swcrc: false,
      jsc: { target: "es5", parser: { syntax: "ecmascript" }, externalHelpers: false },
      module: undefined,
    }).code,
  typescript: (file) =>
    typescript.transpileModule(readFileSync(file, "utf8"), {
      compilerOptions: {
        target: typescript.ScriptTarget.ES5,
        module: typescript.ModuleKind.ESNext,
        downlevelIteration: true,
        allowJs: true,
      },
      fileName: file,
    }).outputText,
};

const totals = {};
for (const file of readdirSync(join(work, "bundles")).filter((name) => name.includes(options.only))) {
  const line = [file.padEnd(18)];
  const sizes = {};
  for (const [tool, lower] of Object.entries(TOOLS)) {
    try {
      sizes[tool] = measured(lower(join(work, "bundles", file)));
      line.push(sizes[tool].map(kilobytes).join(" / "));
    } catch (error) {
      line.push(`${tool}: ${String(error.message).split("\n")[0].slice(0, 60)}`);
    }
  }
  console.log(line.join("  |  "));
  // Only what all of them could do is added up.
  if (Object.keys(sizes).length < Object.keys(TOOLS).length) continue;
  for (const [tool, size] of Object.entries(sizes)) {
    totals[tool] = size.map((bytes, index) => bytes + (totals[tool]?.[index] ?? 0));
  }
}
console.log("\nraw / gzip / minified / minified and gzip, in KB");
for (const [tool, size] of Object.entries(totals)) console.log(tool.padEnd(12), size.map(kilobytes).join(" / "));

function measured(code) {
  const minified = esbuild.transformSync(code, { minify: true, target: "es5", legalComments: "none" }).code;
  return [code.length, gzipSync(code).length, minified.length, gzipSync(minified).length];
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(0).padStart(6);
}
