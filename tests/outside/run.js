// node run.js FLAGS...: lowers Babel's exec tests with these flags, runs sources and results in realms of their own, and tells
// what behaves differently. Without flags, fails if that is not what known_failures.txt says.
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const { spawnSync } = require("child_process");
const { expect } = require("expect");

const flags = process.argv.slice(2);
const packages = path.resolve("babel/packages");

// Proposals that are no part of the language, languages that are not JavaScript, and tests of Babel's own API.
const leftOut = new RegExp([
  "proposal-(async-do|decorators|destructuring-private|do-expressions|export-default|function-bind|function-sent|partial|pipeline|record|throw)",
  "react|flow|typescript|jscript|proto-to-assign",
  "babel-(cli|core|helpers|node|register|standalone|traverse)",
].join("|"));

const tests = fs.readdirSync(packages, { recursive: true })
  .filter(name => /fixtures\/.*exec\.js$/.test(name) && !name.includes("/.") && !leftOut.test(name))
  .sort();

function lower() {
  fs.rmSync("sources", { recursive: true, force: true });
  fs.rmSync("lowered", { recursive: true, force: true });
  for (const name of tests) {
    const copy = path.join("sources", name);
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.copyFileSync(path.join(packages, name), copy);
  }
  // `return` stands at the top of tests that wait.
  const options = ["sources", "--out-dir", "lowered", "--no-config", "--quiet", "--source-type", "commonjs", ...flags];
  const { stderr } = spawnSync(process.env.DOWNLEVEL, options, { encoding: "utf8", maxBuffer: 1 << 28 });
  fs.writeFileSync("refused.txt", stderr);
}

let rejected = null;
process.on("unhandledRejection", error => { rejected = error; });

const inTime = result => Promise.race([
  result,
  new Promise((_, fail) => setTimeout(fail, 2000, new Error("it takes more than two seconds")).unref()),
]);

// The error with which a test ends, or null.
async function run(file) {
  const realm = vm.createContext({ console, process, setTimeout, clearTimeout, setImmediate, queueMicrotask, expect });
  Object.assign(realm, { global: realm, assert: require("assert") });
  const inner = [];
  realm.it = realm.test = (_, body) => inner.push(body);
  realm.describe = (_, body) => body();
  rejected = null;
  try {
    const code = `(function (exports, require, module) {${fs.readFileSync(file, "utf8")}\n})`;
    const module = { exports: {} };
    const body = vm.runInContext(code, realm, { filename: file });
    await inTime(body.call(module.exports, module.exports, require, module));
    for (const test of inner) await inTime(test());
    await new Promise(resolve => setTimeout(resolve, 1));
    return rejected;
  } catch (error) {
    return error ?? new Error("nothing was thrown");
  }
}

function knownFailures() {
  const lines = fs.readFileSync(path.join(__dirname, "known_failures.txt"), "utf8").split("\n");
  return lines.filter(line => line && !line.startsWith("#")).map(line => line.slice(0, line.indexOf(": ")));
}

async function main() {
  lower();
  const failed = new Map();
  let counted = 0;
  for (const name of tests) {
    // What Node does not do itself says nothing: assumptions of Babel, its polyfills, proposals.
    if (await run(path.join(packages, name))) continue;
    counted++;
    const file = path.join("lowered", name);
    const error = fs.existsSync(file) ? await run(file) : new Error("refused");
    if (error) failed.set(name.replace(/^babel-/, ""), String(error.message ?? error).replace(/\x1b\[\d+m/g, "").split("\n")[0]);
  }
  for (const [name, message] of failed) console.log(`${name}: ${message}`);
  console.log(`${counted - failed.size} of ${counted} behave as they do in Node; ${tests.length - counted} fail there without being lowered`);
  if (flags.length) return;
  const known = knownFailures();
  for (const name of known.filter(name => !failed.has(name))) fail(`passes now: ${name}`);
  for (const name of [...failed.keys()].filter(name => !known.includes(name))) fail(`fails, and is not known to: ${name}`);
}

function fail(message) {
  console.log(message);
  process.exitCode = 1;
}

main();
