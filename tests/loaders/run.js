// Lowers each case to each format and runs it in its loader. `run.sh` says how this is started; further arguments are
// parts of names of cases.
"use strict";
const { spawnSync } = require("child_process");
const fs = require("fs");
const path = require("path");

const [root, ...filters] = process.argv.slice(2);
const work = process.cwd();

// What starts `input.js` in a folder, as the text of a CommonJS module.
const START = {
  module: `import("./input.js").catch(fail);`,
  commonjs: `try { require("./input.js"); } catch (error) { fail(error); }`,
  umd: `try { require("./input.js"); } catch (error) { fail(error); }`,
  amd: `
    const requirejs = require("requirejs");
    requirejs.config({ baseUrl: __dirname, nodeRequire: require, nodeIdCompat: true });
    requirejs.onError = fail;
    try { requirejs(["input"], () => {}, fail); } catch (error) { fail(error); }`,
  "umd-amd": `
    const requirejs = require("requirejs");
    requirejs.config({ baseUrl: __dirname, nodeRequire: require, nodeIdCompat: true });
    requirejs(["input"], () => {}, fail);`,
  "umd-page": `
    const vm = require("vm"), fs = require("fs");
    const page = vm.createContext({ print });
    const names = JSON.parse(fs.readFileSync(__dirname + "/order.json", "utf8"));
    try {
      for (const name of names) {
        page.document = { currentScript: { src: "file://" + __dirname + "/" + name } };
        vm.runInContext(fs.readFileSync(__dirname + "/" + name, "utf8"), page, name);
      }
    } catch (error) { fail(error); }`,
  system: `
    require("systemjs");
    System.import("file://" + __dirname + "/input.js").catch(fail);`,
};
START["iife-page"] = START["umd-page"];

// Where the format cannot say what the specification does.
const DIFFERENT = {};
for (const name of ["default_functions_in_cycles", "late_exports_in_cycles", "reexports_in_cycles", "cycle",
  "module_exports", "module_exports_in_cycles", "module_exports_reassigned", "module_exports_unnamed"]) {
  // A function gets its modules when they have run: of a cycle, one runs before there is anything of the other.
  DIFFERENT[`amd ${name}`] = DIFFERENT[`umd ${name}`] = true;
}
for (const name of ["comments_for_bundlers", "in_async_functions", "specifier_is_evaluated_at_once", "static_specifier"]) {
  // A page runs its scripts before `import()` asks for them; those that no specifier names are not on it here.
  DIFFERENT[`umd-page ${name}`] = DIFFERENT[`iife-page ${name}`] = true;
}

function main() {
  const cases = [...folders("fixtures/modules_commonjs"), ...folders("fixtures/export_namespace"),
    ...folders("fixtures/string_export_names"), ...folders("fixtures/dynamic_import"), ...folders("tests/loaders/cases")];
  let failed = 0, passed = 0;
  for (const folder of cases.filter((name) => filters.every((filter) => name.includes(filter)))) {
    const expected = run(prepared(folder, "module"), "module");
    for (const format of Object.keys(START).filter((format) => format !== "module")) {
      const found = outcome(folder, format, expected);
      if (found === null) continue;
      if (found === expected) passed++;
      else {
        failed++;
        console.log(`${format} ${path.basename(folder)}: expected\n${expected}\nbut it prints\n${found}\n`);
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

// The folders of modules with files for Node alone.
function folders(parent) {
  const names = fs.readdirSync(path.join(root, parent)).map((name) => path.join(parent, name));
  return names.filter((folder) => {
    const files = fs.readdirSync(path.join(root, folder));
    const options = files.includes("options.json") ? JSON.parse(read(folder, "options.json")) : {};
    return files.includes("input.js") && !files.includes("error.txt") && !files.some((name) => name.endsWith(".cjs")) &&
      !options.spec && (options.modules === "commonjs" || !files.includes("options.json"));
  });
}

function read(folder, name) {
  return fs.readFileSync(path.join(root, folder, name), "utf8");
}

// Makes the folder in which a format runs, with the sources.
function prepared(folder, format) {
  const out = path.join(work, "run", format, path.basename(path.dirname(folder)), path.basename(folder));
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  for (const name of sources(folder)) fs.copyFileSync(path.join(root, folder, name), path.join(out, name));
  const isModule = format === "module";
  fs.writeFileSync(path.join(out, "package.json"), JSON.stringify({ type: isModule ? "module" : "commonjs" }));
  const prelude = `
    globalThis.print = (...values) => console.log(values.map(String).join(" "));
    const fail = (error) => print("uncaught " + ((error && error.originalError) || error || {}).name);`;
  fs.writeFileSync(path.join(out, "start.cjs"), prelude + START[format]);
  return out;
}

function sources(folder) {
  return fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".js") && name !== "output.js");
}

// What a case prints in a format; null if it cannot run there.
function outcome(folder, format, expected) {
  const out = prepared(folder, format);
  const modules = format.split("-")[0];
  const isPage = format.endsWith("-page");
  const order = isPage ? inOrder(folder) : null;
  if (isPage && !order) return null;
  if (isPage) fs.writeFileSync(path.join(out, "order.json"), JSON.stringify(order));
  for (const name of sources(folder)) {
    const global = (file) => "M_" + file.replace(/\W/g, "_");
    const files = sources(folder).filter((file) => /\bexport\b/.test(read(folder, file)));
    const globals = files.flatMap((file) => ["--globals", `./${file}=${global(file)}`]);
    const names = modules === "umd" || modules === "iife" ? ["--global-name", global(name), ...globals] : [];
    const args = [path.join(root, folder, name), "-o", path.join(out, name), "--source-type", "module", "--modules", modules, "--quiet", ...names];
    const lowered = spawnSync(process.env.DOWNLEVEL, args, { encoding: "utf8" });
    if (lowered.status !== 0) {
      // What a format has nothing for is refused.
      const isRefused = /module-format|top-level-await|import-meta|no-global|`[^`]*` may assign/.test(lowered.stderr);
      return isRefused ? null : lowered.stderr;
    }
  }
  const isDifferent = [modules, format].some((form) => DIFFERENT[`${form} ${path.basename(folder)}`]);
  return isDifferent ? null : run(out, format);
}

function run(folder) {
  const result = spawnSync(process.execPath, ["start.cjs"], {
    cwd: folder, encoding: "utf8", timeout: 10000, env: { ...process.env, NODE_PATH: path.join(work, "node_modules") },
  });
  return result.stdout + result.stderr.split("\n").filter((line) => /Error/.test(line)).slice(0, 3).join("\n");
}

// The files of a case, each after those that it imports; null for a cycle, or if one is missing.
function inOrder(folder) {
  const order = [];
  const open = new Set();
  const visit = (name) => {
    if (order.includes(name)) return true;
    if (open.has(name) || !fs.existsSync(path.join(root, folder, name))) return false;
    open.add(name);
    const text = read(folder, name).replace(/\/\/.*$/gm, "");
    const imported = [...text.matchAll(/(?:from|import)\s*\(?["']\.\/([^"']+)["']/g)].map((match) => match[1]);
    const isWhole = imported.every(visit);
    order.push(name);
    return isWhole;
  };
  return visit("input.js") ? order : null;
}

main();
