// What the runtime weighs: the sources of snippets.json lowered with their helpers, in bytes, as they are and minified by
// terser (`ecma: 5`, its defaults), beside the most that each may have. Modules become CommonJS.
//
//     node benchmarks/weight/run.mjs [--command target/debug/downlevel] [--peers] [--only text] [--show]
//
// `--peers` measures Babel, SWC and TypeScript as well, `--show` prints the minified outputs. The packages are fetched from
// npm, once. `cargo test --test weight` holds the bytes of the outputs as they are.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const { values: options } = parseArgs({
  options: {
    command: { type: "string", default: join(root, "target/debug/downlevel") },
    only: { type: "string", default: "" },
    peers: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
  },
});

const { minify } = fetched("weight", ["terser@5"])("terser");
const tools = { downlevel, ...(options.peers ? peers() : {}) };
const snippets = JSON.parse(readFileSync(join(here, "snippets.json"), "utf8"));
const rows = snippets.filter(({ name }) => name.includes(options.only));

const names = Object.keys(tools);
line("", names, "at most", names.map((name) => `${name}, raw`));
const sums = names.map(() => ({ minified: 0, raw: 0 }));
for (const { name, source, module, at_most } of rows) {
  const sizes = [];
  for (const [index, tool] of names.entries()) {
    const code = tools[tool](source, module);
    const { code: minified } = await minify(code, { ecma: 5 });
    sizes.push({ minified: minified.length, raw: code.length });
    sums[index].minified += minified.length;
    sums[index].raw += code.length;
    if (options.show && tool === "downlevel") console.log(minified);
  }
  const mark = sizes[0].minified > at_most ? " !" : "";
  line(name, sizes.map((size) => size.minified), at_most + mark, sizes.map((size) => size.raw));
}
const bound = rows.reduce((sum, { at_most }) => sum + at_most, 0);
line("sum", sums.map((sum) => sum.minified), bound, sums.map((sum) => sum.raw));

function line(name, minified, bound, raw) {
  console.log([name.padEnd(16), ...[...minified, bound, ...raw].map((cell) => String(cell).padStart(16))].join(""));
}

function downlevel(source, module) {
  const type = module ? "module" : "script";
  return execFileSync(options.command, ["-", "--source-type", type], { input: source, encoding: "utf8" });
}

function peers() {
  const require = fetched("peers", ["@babel/core@7", "@babel/preset-env@7", "@swc/core@1", "typescript@5", "esbuild@0.25"]);
  const babel = require("@babel/core");
  const swc = require("@swc/core");
  const typescript = require("typescript");
  return {
    babel: (source, module) =>
      babel.transformSync(source, {
        configFile: false,
        sourceType: module ? "module" : "script",
        presets: [[require.resolve("@babel/preset-env"), { targets: { ie: "11" }, forceAllTransforms: true }]],
      }).code,
    swc: (source, module) =>
      swc.transformSync(source, {
        configFile: false,
        swcrc: false,
        isModule: module,
        jsc: { target: "es5", parser: { syntax: "ecmascript" } },
        module: module ? { type: "commonjs" } : undefined,
      }).code,
    typescript: (source) =>
      typescript.transpileModule(source, {
        compilerOptions: {
          target: typescript.ScriptTarget.ES5,
          module: typescript.ModuleKind.CommonJS,
          downlevelIteration: true,
          esModuleInterop: true,
        },
      }).outputText,
  };
}

/** A `require` that finds these packages, which are in a folder of target/benchmarks. */
function fetched(folder, packages) {
  const place = join(root, "target/benchmarks", folder);
  if (!existsSync(join(place, "node_modules"))) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "package.json"), '{ "private": true }');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", ...packages], { cwd: place, stdio: "inherit" });
  }
  return createRequire(join(place, "package.json"));
}
