// See run.sh.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const work = join(root, "target/old_engines");
const known = join(here, "known.txt");
const [downlevel, ...words] = process.argv.slice(2);
const updates = words[0] === "--update" && words.shift();

const read = (path) => readFileSync(path, "utf8");
const prelude = read(join(root, "tests/support/prelude.js"));
const jobs = read(join(root, "tests/support/jobs.js"));
// What fixtures of `using` take for granted where there are symbols.
const symbols = `if (typeof Symbol === "function" && !Symbol.dispose) {
  Symbol.dispose = Symbol("dispose");
  Symbol.asyncDispose = Symbol("asyncDispose");
}
`;
const promise = read(join(root, "tests/polyfills/promise-polyfill/polyfill.js"));

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const fixtures = allFixtures();
console.log(`${fixtures.length} fixtures`);
const engines = {
  mujs: (fixture) => afterPrelude(fixture, "mujs", "write = print", (path) => `load(${JSON.stringify(path)})`),
  duk: (fixture) => afterPrelude(fixture, "duk", "write = print", (_, code) => `(0, eval)(${JSON.stringify(code)})`),
  njs: onNjs,
};
const results = {};
for (const [name, run] of Object.entries(engines)) {
  if (isThere(name)) results[name] = fixtures.map(run);
}
if (isThere("rhino")) {
  results.rhino = onRhino(0);
  results.rhino_es6 = onRhino(200);
}
process.exitCode = judge(results);

/** Scripts that run: their code in ES5, and what it prints on Node. That the input prints the same is held by `cargo test`. */
function allFixtures() {
  const all = [];
  for (const feature of readdirSync(join(root, "fixtures"))) {
    for (const name of readdirSync(join(root, "fixtures", feature))) {
      const fixture = scriptAt(`${feature}/${name}`);
      if (fixture && words.every((word) => fixture.name.includes(word))) all.push(fixture);
    }
  }
  return all;
}

function scriptAt(name) {
  const folder = join(root, "fixtures", name);
  const file = (name) => join(folder, name);
  if (!existsSync(file("output.js")) || existsSync(file("second.js"))) return;
  const { skip, polyfills = [], ...options } = existsSync(file("options.json")) ? JSON.parse(read(file("options.json"))) : {};
  const input = read(file("input.js"));
  if (skip?.duktape || options.modules || options.sourceType || /^\s*(import|export)\b/m.test(input)) return;
  const path = join(work, name.replace("/", "."));
  writeFileSync(`${path}.json`, JSON.stringify(options));
  const args = [file("input.js"), "--config", `${path}.json`, "-o", `${path}.js`, "--quiet"];
  const lowered = spawnSync(downlevel, args, { encoding: "utf8" });
  if (lowered.status !== 0) throw new Error(`${name}: ${lowered.stderr}`);
  const needs = polyfills.includes("promise");
  const code = read(`${path}.js`);
  return { name, path: `${path}.js`, code, needs, expected: onNode(code) };
}

function onNode(code) {
  const lines = [];
  const context = vm.createContext({ write: (line) => lines.push(line) }, { microtaskMode: "afterEvaluate" });
  const report = vm.runInContext(`${prelude.replace(/;\s*$/, "")}(write, function () {})`, context);
  vm.runInContext(symbols, context);
  try {
    vm.runInContext(code, context);
  } catch (error) {
    report(error);
  }
  return lines.join("\n").split("\n");
}

/** What a program finds: `print`, and a `Promise` if it needs one. */
function surroundings({ needs }, write) {
  const ready = `var ${write};\nvar report = ${prelude.replace(/;\s*$/, "").trim().replace(/^(\/\/.*\n)+/, "")}\n.call(typeof globalThis === "object" ? globalThis : this, write, function () {});\n${symbols}`;
  return needs ? `${ready}var runJobs = ${jobs.replace(/^(\/\/.*\n)+/, "")}\nif (typeof Promise === "undefined") (function () { ${promise} })();\n` : ready;
}

/** A driver that catches what the program throws. */
function afterPrelude(fixture, engine, write, load) {
  const { path, code, needs } = fixture;
  const finish = needs ? "runJobs();" : "";
  const driver = `${surroundings(fixture, write)}try { ${load(path, code)}; ${finish} } catch (error) { report(error); }\n`;
  writeFileSync(`${path}.${engine}.js`, driver);
  const { stdout, stderr } = spawnSync(engine, [`${path}.${engine}.js`], { encoding: "utf8", timeout: 10000 });
  return lines(stdout, stderr);
}

/** njs can neither load nor evaluate: what is not caught is in its message. */
function onNjs(fixture) {
  const { path, code, needs } = fixture;
  const driver = `${surroundings(fixture, "toConsole = console.log.bind(console), write = function (line) { toConsole(line); }")}${code}\n${needs ? "runJobs();" : ""}`;
  writeFileSync(`${path}.njs.js`, driver);
  const { stdout, stderr } = spawnSync("njs", [`${path}.njs.js`], { encoding: "utf8", timeout: 10000 });
  const [, name] = /^(?:Thrown:\n)?(\w*Error)\b/m.exec(stderr) ?? [];
  return lines(name ? `${stdout}uncaught ${name}\n` : stdout, name ? "" : stderr);
}

function onRhino(version) {
  for (const fixture of fixtures) writeFileSync(`${fixture.path}.prelude.js`, `${surroundings(fixture, "write = this.write")}report`);
  const list = join(work, "rhino.txt");
  writeFileSync(list, fixtures.map(({ path }) => path).join("\n"));
  const args = ["-cp", "/usr/share/java/js.jar", "org.mozilla.javascript.tools.shell.Main", join(here, "rhino.js"), String(version), list];
  const out = execFileSync("java", args, { encoding: "utf8", maxBuffer: 1 << 28, timeout: 300000 });
  // Rhino tells of rejections as well.
  const transcripts = out.split("\n").filter((line) => line.startsWith("["));
  return transcripts.map((line) => JSON.parse(line).join("\n").split("\n"));
}

function lines(stdout, stderr) {
  const all = stdout.replace(/\n$/, "").split("\n");
  return stderr ? [...all, `stderr: ${stderr.split("\n")[0]}`] : all;
}

function isThere(command) {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

/** Holds the differences against those that are known: neither may one be new, nor one be gone. */
function judge(results) {
  const reasons = new Map();
  for (const line of existsSync(known) ? read(known).split("\n") : []) {
    const [, key, reason] = /^(\S+ \S+)(?:  (.*))?$/.exec(line) ?? [];
    if (key) reasons.set(key, reason ?? "");
  }
  const found = [];
  for (const [engine, outputs] of Object.entries(results)) {
    const differing = fixtures.filter((fixture, index) => outputs[index]?.join("\n") !== fixture.expected.join("\n"));
    console.log(`${engine}: ${fixtures.length - differing.length} of ${fixtures.length} print the same`);
    for (const fixture of differing) {
      const key = `${engine} ${fixture.name}`;
      found.push(key);
      if (!updates && !reasons.has(key)) tell(key, fixture.expected, outputs[fixtures.indexOf(fixture)] ?? []);
    }
  }
  if (updates) {
    const header = read(known).split("\n").filter((line) => line.startsWith("#"));
    writeFileSync(known, `${[...header, ...found.map((key) => `${key}  ${reasons.get(key) ?? ""}`.trimEnd())].join("\n")}\n`);
    return 0;
  }
  const ran = (key) => key.split(" ")[0] in results && fixtures.some(({ name }) => key.endsWith(` ${name}`));
  const gone = [...reasons.keys()].filter((key) => ran(key) && !found.includes(key));
  gone.forEach((key) => console.log(`prints the same now, take it out of known.txt: ${key}`));
  return gone.length > 0 || found.some((key) => !reasons.has(key)) ? 1 : 0;
}

function tell(key, expected, actual) {
  const at = expected.findIndex((line, index) => line !== actual[index]);
  const index = at < 0 ? expected.length : at;
  console.log(`${key}, line ${index + 1}: ${actual[index] ?? "(nothing)"} instead of ${expected[index] ?? "(nothing)"}`);
}
