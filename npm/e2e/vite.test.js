"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, test } = require("node:test");
const { assertEs5, assertMaps, assertPageWorks, assertRebuilds, build, closeBrowser, copyOf, run, scriptsOf, until } = require("./harness.js");
const { checkSync } = require("downlevel");

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

test("Vite without plugin-legacy: modules stay modules, all else is ES5", async () => {
  const { build } = await import("vite");
  for (const helpers of ["inline", "shared"]) {
    const folder = copyOf("bundlers", `vite-module-${helpers}`);
    const html = fs.readFileSync(path.join(folder, "index.html"), "utf8");
    fs.writeFileSync(path.join(folder, "index.html"), html.replace(/<script.*<\/script>/, '<script type="module" src="/src/main.js"></script>'));
    fs.writeFileSync(path.join(folder, "src/main.js"), 'import("./late.js").then(({ late }) => console.log(...late(...document.title), import.meta.url));');
    fs.writeFileSync(path.join(folder, "src/late.js"), "export const late = (...xs) => [...new Set(xs)];");
    await build({ root: folder, configFile: false, logLevel: "error", plugins: [require("downlevel/vite")({ helpers })] });
    const codes = scriptsOf(path.join(folder, "dist")).map((file) => fs.readFileSync(file, "utf8"));
    assert.ok(codes.length >= 2, "there is a lazy chunk");
    assert.ok(codes.some((code) => /\bimport\(/.test(code)));
    for (const code of codes) {
      assert.deepEqual(checkSync(code), []);
      assert.doesNotMatch(code, /\brequire\(/);
    }
  }
});

test("Vite: the page of a script that docs/vite.md shows", async (t) => {
  const folder = copyOf("bundlers", "vite-script");
  const page = path.join(folder, "index.html");
  const html = fs.readFileSync(page, "utf8");
  fs.writeFileSync(page, html.replace(/<script.*<\/script>/, '<script type="module" src="/src/main.js"></script>'));
  const text = fs.readFileSync(path.join(__dirname, "../downlevel/docs/vite.md"), "utf8");
  const [shown] = [...text.matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code).filter((code) => code.includes("asScript"));
  fs.writeFileSync(path.join(folder, "vite.config.mjs"), shown.replace("build: {", "build: { sourcemap: true,"));
  const { status, output } = await run(folder, "vite", "build");
  assert.equal(status, 0, output);
  const dist = path.join(folder, "dist");
  assertEs5(scriptsOf(dist));
  assert.doesNotMatch(fs.readFileSync(path.join(dist, "index.html"), "utf8"), /type="module"/);
  await assertPageWorks(t, dist);
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

test("Vite, plugin-legacy, watching: the second build is lowered as the first, and the page loads no file of the first", async (t) => {
  const folder = copyOf("vite-react", "vite-react-watch");
  const dist = path.join(folder, "dist");
  const { build } = await import("vite");
  const watcher = await build({ root: folder, configFile: path.join(folder, "vite.config.mjs"), logLevel: "error", build: { watch: {} } });
  const ends = endsOf(watcher);
  try {
    await ends.next();
    const before = new Set(scriptsOf(dist));
    const source = path.join(folder, "src/App.jsx");
    fs.writeFileSync(source, fs.readFileSync(source, "utf8").replace("lazy(() =>", "lazy((...nothing) =>").replace(">\n      <button", " title={`second ${clicks.length}`}>\n      <button"));
    await ends.next();
    const html = fs.readFileSync(path.join(dist, "index.html"), "utf8");
    const served = scriptsOf(dist);
    const legacy = served.filter((file) => file.includes("-legacy"));
    assert.equal(legacy.length, 3, legacy.join());
    assertEs5(legacy);
    assertMaps(legacy, folder);
    assert.ok(legacy.some((file) => /polyfills-legacy/.test(file)));
    const withText = served.filter((file) => fs.readFileSync(file, "utf8").includes("second "));
    assert.equal(withText.length, 2, "the entry, legacy and modern");
    withText.forEach((file) => assert.ok(!before.has(file), `${file} has another name than before`));
    const named = [...html.matchAll(/\/(assets\/[^"']+\.js)/g)].map(([, name]) => path.join(dist, name));
    assert.ok(named.length >= 3, html);
    named.forEach((file) => assert.ok(served.includes(file), `${file}, which the page names, is there`));
    await assertPageWorks(t, dist);

    const good = fs.readFileSync(source, "utf8");
    fs.writeFileSync(source, good.replace("second ", "third ${/(?<=y)\\d/.test(clicks)} "));
    await assert.rejects(ends.next(), /App\.jsx/, "what cannot be lowered fails the build, and the watcher goes on");
    fs.writeFileSync(source, good.replace("second ", "fourth "));
    const legacyNow = () => (fs.existsSync(dist) ? scriptsOf(dist).filter((file) => file.includes("-legacy")) : []);
    await until(() => legacyNow().some((file) => fs.readFileSync(file, "utf8").includes("fourth ")), "the build after the error");
    await until(() => legacyNow().length === 3, "all of it");
    assertEs5(legacyNow());
  } finally {
    await watcher.close();
  }
});

/** The builds of a watcher, one by one, each when it is written. */
function endsOf(watcher) {
  const [ended, waiting] = [[], []];
  const tell = (event) => (waiting.length > 0 ? waiting.shift()(event) : ended.push(event));
  watcher.on("event", (event) => {
    event.result?.close();
    if (["END", "ERROR"].includes(event.code)) tell(event);
  });
  return {
    async next() {
      const event = ended.shift() ?? (await new Promise((resolve) => waiting.push(resolve)));
      if (event.code === "ERROR") throw event.error;
    },
  };
}
