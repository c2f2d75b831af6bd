"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, test } = require("node:test");
const { assertEs5, assertMaps, assertPageWorks, assertRebuilds, build, closeBrowser, copyOf, run, scriptsOf } = require("./harness.js");

after(closeBrowser);

test("Vite, React, lazy routes, plugin-legacy: the legacy chunks are ES5, the modern ones are left alone", async (t) => {
  const folder = copyOf("vite-react");
  const dist = await build(folder);
  const [legacy, modern] = [[], []];
  for (const file of scriptsOf(dist)) (file.includes("-legacy") ? legacy : modern).push(file);
  assert.equal(legacy.length, 3, "entry, route, polyfills");
  assertEs5(legacy);
  assertMaps(legacy, folder);
  assert.ok(modern.some((file) => fs.readFileSync(file, "utf8").includes("=>")));
  await assertPageWorks(t, dist);
});

test("Vite, Vue, plugin-legacy without modern chunks", async (t) => {
  const folder = copyOf("vite-vue");
  const dist = await build(folder);
  assertEs5(scriptsOf(dist));
  assertMaps(scriptsOf(dist), folder);
  const inline = fs.readFileSync(path.join(dist, "index.html"), "utf8").match(/<script[^>]*>([^<]+)<\/script>/)[1];
  assert.doesNotMatch(inline, /=>|`|\b(?:let|const)\b/);
  await assertPageWorks(t, dist);
});

test("Vite refuses to share helpers with modern chunks", async () => {
  const folder = copyOf("vite-react", "vite-react-shared");
  const config = path.join(folder, "vite.config.mjs");
  fs.writeFileSync(config, fs.readFileSync(config, "utf8").replace("downlevel()", 'downlevel({ helpers: "shared" })'));
  const { status, output } = await run(folder, "vite", "build");
  assert.equal(status, 1);
  assert.match(output, /give plugin-legacy `renderModernChunks: false`/i);
});

test("Vite: workers are lowered, what runs on a server is not", async () => {
  const { build } = await import("vite");
  const folder = copyOf("bundlers", "vite-worker");
  fs.writeFileSync(path.join(folder, "src/worker.js"), "onmessage = ({ data }) => postMessage(`${data}`);");
  fs.writeFileSync(path.join(folder, "src/main.js"), 'new Worker(new URL("./worker.js", import.meta.url)).postMessage([...document.title]);');
  const emitted = async (ssr) => {
    const plugins = [require("downlevel/vite")()];
    const rolldownOptions = { input: path.join(folder, "src/main.js"), output: { format: ssr ? "es" : "iife" } };
    await build({ root: folder, configFile: false, logLevel: "error", plugins, build: { ssr, rolldownOptions } });
    return scriptsOf(path.join(folder, "dist"));
  };
  const files = await emitted(false);
  assert.equal(files.length, 2);
  assertEs5(files);
  const [server] = (await emitted(true)).map((file) => fs.readFileSync(file, "utf8"));
  assert.match(server, /\.\.\./);
});

test("Vite without plugin-legacy lowers all, and again what changes", async () => {
  const { build } = await import("vite");
  const folder = copyOf("bundlers", "vite-watch");
  const watcher = await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    plugins: [require("downlevel/vite")()],
    build: { watch: {}, rolldownOptions: { input: path.join(folder, "src/main.js"), output: { format: "iife" } } },
  });
  await assertRebuilds(folder, "src/main.js");
  await watcher.close();
});
