// The same application made for Internet Explorer 11 in several ways: how much time of the processor the build takes, how large the code is, and
// whether it is ES5. Prints a table, and writes the picture of the README.
//
//     node measure.js FOLDER     FOLDER has the packages of package.json installed
//
// Times are those of the processor, of all threads, so that little depends on what else the machine does: the best of three
// runs, each in a process of its own.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { execFileSync } = require("node:child_process");
const { createRequire } = require("node:module");
const { draw } = require("./picture.js");

const RUNS = 3;
const folder = path.resolve(process.argv[2] ?? ".");
const need = createRequire(path.join(folder, "package.json"));
const downlevel = (name) => require(path.join(__dirname, "../downlevel/plugins", `${name}.js`));

const OLD = "ie 11";
const WEBPACK = [
  ["webpack, Babel", { loader: "babel-loader", options: { presets: [["@babel/preset-env", { targets: OLD }]], sourceType: "unambiguous", compact: false, cacheDirectory: false } }],
  ["webpack, SWC", { loader: "swc-loader", options: { env: { targets: OLD }, isModule: "unknown" } }],
  ["webpack, downlevel"],
];
const VITE = [
  ["Vite, plugin-legacy", []],
  ["Vite, plugin-legacy, downlevel", [downlevel("vite")]],
];

const WAYS = new Map([
  ...WEBPACK.map(([name, loader]) => [name, () => webpack(loader)]),
  ...VITE.map(([name, plugins]) => [name, () => vite(plugins.map((plugin) => plugin()))]),
]);

function webpack(loader) {
  const config = {
    context: path.join(folder, "app"),
    entry: "./src/main.js",
    mode: "production",
    target: ["web", "es5"],
    output: { path: path.join(folder, "dist") },
    module: { rules: loader ? [{ test: /\.m?js$/, use: { ...loader, loader: need.resolve(loader.loader) } }] : [] },
    plugins: loader ? [] : [new (downlevel("webpack"))()],
    performance: false,
  };
  return new Promise((resolve, reject) => {
    need("webpack")(config, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}

async function vite(plugins) {
  const { build } = await import(need.resolve("vite").replace(/index\.cjs$/, "dist/node/index.js"));
  const { default: legacy } = await import(need.resolve("@vitejs/plugin-legacy"));
  await build({
    root: path.join(folder, "app"),
    configFile: false,
    logLevel: "error",
    build: { outDir: path.join(folder, "dist"), emptyOutDir: true },
    plugins: [legacy({ targets: OLD, renderModernChunks: false }), ...plugins],
  });
}

/** Builds once, and tells how much time it took. */
async function once(name) {
  fs.rmSync(path.join(folder, "dist"), { recursive: true, force: true });
  await WAYS.get(name)();
  const { user, system } = process.cpuUsage();
  fs.writeFileSync(path.join(folder, "seconds"), `${(user + system) / 1e6}`);
}

function measure(name) {
  const seconds = Array.from({ length: RUNS }, () => {
    execFileSync(process.execPath, [__filename, folder, name], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return Number(fs.readFileSync(path.join(folder, "seconds"), "utf8"));
  });
  const files = fs
    .readdirSync(path.join(folder, "dist"), { recursive: true })
    .filter((file) => file.endsWith(".js"))
    // Polyfills are plugin-legacy's, and the same for all: webpack is given none.
    .filter((file) => !file.includes("polyfills"));
  const codes = files.map((file) => fs.readFileSync(path.join(folder, "dist", file)));
  const total = (size) => codes.reduce((sum, code) => sum + size(code), 0);
  return { name, seconds: Math.min(...seconds), bytes: total((code) => code.length), gzip: total((code) => zlib.gzipSync(code).length), isEs5: isEs5() };
}

/** All that was emitted, polyfills as well. */
function isEs5() {
  const files = fs.readdirSync(path.join(folder, "dist"), { recursive: true }).filter((file) => file.endsWith(".js"));
  return files.every((file) => {
    try {
      return Boolean(need("acorn").parse(fs.readFileSync(path.join(folder, "dist", file), "utf8"), { ecmaVersion: 5 }));
    } catch {
      return false;
    }
  });
}

function table(rows) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  const lines = rows.map(({ name, seconds, bytes, gzip, isEs5 }) =>
    `| ${[name, `${seconds.toFixed(1)} s`, kilobytes(bytes), kilobytes(gzip), isEs5 ? "yes" : "**no**"].join(" | ")} |`,
  );
  return ["| build | processor time | code | gzip | ES5? |", "| --- | --- | --- | --- | --- |", ...lines].join("\n");
}

async function main() {
  if (process.argv[3]) return once(process.argv[3]);
  fs.cpSync(path.join(__dirname, "app"), path.join(folder, "app"), { recursive: true });
  const rows = [...WAYS.keys()].map(measure);
  console.log(table(rows));
  fs.writeFileSync(path.join(__dirname, "../downlevel/docs/builds.svg"), draw(rows));
}

main();
