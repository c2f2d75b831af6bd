// What the applications have in common: a copy to build in, what must hold of every result, a browser.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { spawn } = require("node:child_process");
const { TraceMap, originalPositionFor, sourceContentFor } = require("@jridgewell/trace-mapping");
const acorn = require("acorn");
const { checkSync, helpers } = require("downlevel");

const WORK = path.join(__dirname, ".work");
const BIN = path.join(__dirname, "../node_modules/.bin");
const WAIT = 60_000;

/** A fresh copy of an example or of an application, below the workspace so that packages are found. */
function copyOf(application, name = application) {
  const folder = path.join(WORK, name);
  const places = [path.join(__dirname, "../examples"), path.join(__dirname, "apps")];
  const place = places.find((place) => fs.existsSync(path.join(place, application)));
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.join(place, application), folder, { recursive: true });
  return folder;
}

/** Runs a command of the workspace, or npm, to its end. */
function run(folder, command, ...args) {
  return new Promise((resolve, reject) => {
    let output = "";
    const env = { ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH}`, NODE_ENV: "production" };
    const child = spawn(command, args, { cwd: folder, env });
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}

/** Builds an example as its README says. Returns the folder of the results. */
async function build(folder, script = "build") {
  const { status, output } = await run(folder, "npm", "run", script);
  assert.equal(status, 0, output);
  return path.join(folder, "dist");
}

/** All files below a folder. */
function filesOf(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

const scriptsOf = (folder) => filesOf(folder).filter((file) => /\.[cm]?js$/.test(file));

/** Holds the files to ES5, by two independent judges. */
function assertEs5(files) {
  assert.ok(files.length > 0, "there is something to judge");
  for (const file of files) {
    const code = fs.readFileSync(file, "utf8");
    assert.doesNotThrow(() => acorn.parse(code, { ecmaVersion: 5 }), `acorn takes ${file} for ES5`);
    assert.deepEqual(checkSync(code, { modules: "commonjs" }).filter(({ inString }) => !inString), [], file);
  }
}

/** Maps hold the sources of the application as they are, under a name that leads to them. */
function assertMaps(files, folder) {
  const told = new Set();
  for (const file of files) {
    const [, url] = fs.readFileSync(file, "utf8").match(/\/\/# sourceMappingURL=(\S+)\s*$/) ?? assert.fail(`${file} names a map`);
    const map = JSON.parse(fs.readFileSync(path.join(path.dirname(file), url), "utf8"));
    map.sources.forEach((source, index) => {
      // webpack names sources from the project, all others from the map.
      const original = source.replace(/^webpack:\/\/[^/]*/, folder);
      const found = path.resolve(path.dirname(file), original);
      if (!found.startsWith(path.join(folder, "src")) || !/\.jsx?$/.test(found)) return;
      assert.equal(map.sourcesContent[index], fs.readFileSync(found, "utf8"), `${file}: ${source}`);
      told.add(found);
    });
  }
  const sources = filesOf(path.join(folder, "src")).filter((file) => /\.jsx?$/.test(file));
  assert.deepEqual([...told].sort(), sources.sort());
}

/** The helpers that are declared more than once. */
function repeatedHelpers(files) {
  const names = [...helpers("cjs").matchAll(/^exports\.\w+ = (\w+);$/gm)].map(([, name]) => name);
  const code = files.map((file) => fs.readFileSync(file, "utf8")).join("\n");
  return names.filter((name) => [...code.matchAll(new RegExp(`\\b(?:function|var) ${name}(?:\\$\\d+)?\\b`, "g"))].length > 1);
}

/** Where a place in an emitted file was written: `{ source, line, text }`. */
function originOf(file, line, column) {
  const map = new TraceMap(fs.readFileSync(`${file}.map`, "utf8"));
  const origin = originalPositionFor(map, { line, column: column - 1 });
  return { ...origin, text: sourceContentFor(map, origin.source).split("\n")[origin.line - 1] };
}

/** Waits until `probe` gives something. */
async function until(probe, what) {
  const end = Date.now() + WAIT;
  for (;;) {
    const found = await probe();
    if (found) return found;
    assert.ok(Date.now() < end, `${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Changes a source of a running watcher and waits for a result that has the change. */
async function assertRebuilds(folder, source, dist = "dist") {
  const contents = () => scriptsOf(path.join(folder, dist)).map((file) => fs.readFileSync(file, "utf8"));
  const file = path.join(folder, source);
  await until(() => fs.existsSync(path.join(folder, dist)) && contents().some((code) => code.includes(" times")), "the first build");
  await new Promise((resolve) => setTimeout(resolve, 300));
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(" times", " rounds"));
  await until(() => contents().some((code) => code.includes(" rounds")), "the second build");
  assertEs5(scriptsOf(path.join(folder, dist)).filter((file) => fs.readFileSync(file, "utf8").includes(" rounds")));
}

let browser;

/** Headless Chromium; undefined where there is none and none is demanded. */
async function chromium() {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  if (!fs.existsSync(executablePath)) return undefined;
  browser ??= require("playwright-core").chromium.launch({ executablePath, args: ["--no-sandbox"] });
  return browser;
}

async function closeBrowser() {
  await (await browser)?.close();
}

/** Serves a folder; pages take the way that old browsers take. */
function serve(folder) {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, request.url === "/" ? "index.html" : request.url);
    if (!file.startsWith(folder) || !fs.existsSync(file)) return response.writeHead(404).end();
    const type = { ".html": "text/html", ".js": "text/javascript", ".map": "application/json" }[path.extname(file)];
    response.writeHead(200, { "content-type": type ?? "application/octet-stream" });
    response.end(type === "text/html" ? asOldBrowser(fs.readFileSync(file, "utf8")) : fs.readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Modules do not run, and what is for browsers without modules does. */
function asOldBrowser(html) {
  return html.replace(/<script type="module"[\s\S]*?<\/script>/g, "").replace(/<script nomodule/g, "<script");
}

/** Loads the page, clicks, and makes it throw: what it shows, and where the error was written. */
async function assertPageWorks(t, dist) {
  const launched = await chromium();
  if (!launched) {
    assert.notEqual(process.env.DOWNLEVEL_E2E, "all", "there is no Chromium");
    return t.diagnostic("Chromium is not there: the page was not run");
  }
  const server = await serve(dist);
  const page = await launched.newPage();
  /** What nobody caught, and what a framework caught and told. */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  page.on("console", (message) => message.type() === "error" && errors.push({ message: message.text(), stack: message.text() }));
  try {
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.getByText("clicked 0 times").waitFor();
    for (let click = 1; click <= 3; click++) {
      await page.locator("button").first().click();
      await page.getByText(`clicked ${click} times`).waitFor();
    }
    await page.getByText("#0,#1,#2").waitFor();
    assert.deepEqual(errors, []);
    await page.locator("#fail").click();
    const error = await until(() => errors.find((each) => /thrown on purpose/.test(each.message)), "the error");
    const [, name, line, column] = error.stack.match(/http:\/\/[^/]+\/(\S+?):(\d+):(\d+)/);
    const origin = originOf(path.join(dist, name), Number(line), Number(column));
    assert.match(origin.text, /thrown on purpose/, `${origin.source}:${origin.line}`);
  } finally {
    await page.close();
    server.close();
  }
}

module.exports = {
  assertEs5,
  assertMaps,
  assertPageWorks,
  assertRebuilds,
  build,
  closeBrowser,
  copyOf,
  filesOf,
  originOf,
  repeatedHelpers,
  run,
  scriptsOf,
  until,
};
