// Rollup, Rolldown, webpack, Rspack and esbuild, by their APIs.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync, spawnSync } = require("node:child_process");
const { after, test } = require("node:test");
const { pathToFileURL } = require("node:url");
const harness = require("./harness.js");

const { assertEs5, assertMaps, assertPageWorks, assertRebuilds, build, closeBrowser, copyOf, originOf, repeatedHelpers, scriptsOf } = harness;
const { checkSync } = require("downlevel");

after(closeBrowser);

/** A page of one script, in a copy of its own; `dist` has the HTML already. */
function pageFor(name) {
  const folder = copyOf("bundlers", name);
  const html = fs.readFileSync(path.join(folder, "index.html"), "utf8");
  fs.mkdirSync(path.join(folder, "dist"));
  fs.writeFileSync(path.join(folder, "dist/index.html"), html.replace("dist/main.js", "main.js"));
  return folder;
}

async function assertPage(t, folder) {
  const dist = path.join(folder, "dist");
  assertEs5(scriptsOf(dist));
  assertMaps(scriptsOf(dist), folder);
  await assertPageWorks(t, dist);
}

test("a library of Rollup, as ES module, CommonJS and script", async (t) => {
  const folder = copyOf("rollup-library");
  const dist = await build(folder);
  const [script, commonjs, module] = ["js", "cjs", "mjs"].map((extension) => path.join(dist, `index.${extension}`));
  assertEs5([script, commonjs]);
  assert.deepEqual(checkSync(fs.readFileSync(module)), [], "only import and export are newer than ES5");
  assertMaps([script, commonjs, module], folder);
  const use = fs.readFileSync(path.join(folder, "use.js"), "utf8");
  const printed = (library) => {
    const lines = [];
    new Function("library", "print", use)(library, (...xs) => lines.push(xs.join(" ")));
    return lines;
  };
  const expected = printed(await import(pathToFileURL(path.join(folder, "src/index.js")).href));
  assert.deepEqual(expected, ["Square of 9 true 6 10"]);
  assert.deepEqual(printed(require(commonjs)), expected);
  assert.deepEqual(printed(await import(pathToFileURL(module).href)), expected);
  if (spawnSync("duk", ["--version"]).error) return t.diagnostic("Duktape is not there: the script was not run on ES5");
  const onDuktape = execFileSync("duk", [script, path.join(folder, "use.js")], { encoding: "utf8" });
  assert.deepEqual(onDuktape.trim().split("\n"), expected);
});

test("the configurations of the examples", async () => {
  const folder = copyOf("bundlers", "configurations");
  const { scripts } = require(path.join(folder, "package.json"));
  for (const script of Object.keys(scripts)) {
    fs.rmSync(path.join(folder, "dist"), { recursive: true, force: true });
    const files = scriptsOf(await build(folder, script));
    assert.deepEqual(files.map((file) => path.basename(file)), ["main.js"], script);
    assertEs5(files);
    assertMaps(files, folder);
  }
});

test("a CloudFront Function", async (t) => {
  const dist = await build(copyOf("cloudfront-function"));
  const handler = path.join(dist, "handler.js");
  assertEs5([handler]);
  assert.ok(fs.statSync(handler).size < 10_000);
  const use = path.join(dist, "use.js");
  const event = { request: { uri: "/", headers: { "accept-language": { value: "fr, de;q=0.8" } } } };
  fs.writeFileSync(use, `print(handler(${JSON.stringify(event)}).headers.location.value)`);
  if (spawnSync("duk", ["--version"]).error) return t.diagnostic("Duktape is not there: the function was not run on ES5");
  assert.equal(execFileSync("duk", [handler, use], { encoding: "utf8" }), "/de/\n");
});

for (const name of ["rollup", "rolldown"]) {
  const load = async () => [await import(name), require(`downlevel/${name}`)];
  const config = (folder, plugins, output = {}) => ({
    input: path.join(folder, "src/main.js"),
    plugins,
    output: { dir: path.join(folder, "dist"), format: "iife", sourcemap: true, ...output },
  });

  test(`${name}: a page`, async (t) => {
    const [bundler, downlevel] = await load();
    const folder = pageFor(name);
    const { output, ...input } = config(folder, [downlevel()], name === "rolldown" ? { minify: true } : {});
    const bundle = await bundler[name](input);
    await bundle.write(output);
    await bundle.close();
    await assertPage(t, folder);
  });

  test(`${name}: watching`, async () => {
    const [{ watch }, downlevel] = await load();
    const folder = copyOf("bundlers", `${name}-watch`);
    const watcher = watch(config(folder, [downlevel()]));
    watcher.on("event", ({ result }) => result?.close());
    await assertRebuilds(folder, "src/main.js");
    await watcher.close();
  });

  test(`${name}: shared helpers are in the bundle once`, async () => {
    const [bundler, downlevel] = await load();
    const repeatedIn = async (options) => {
      const folder = copyOf("bundlers", `${name}-shared`);
      fs.writeFileSync(path.join(folder, "src/other.js"), 'import { ids } from "./ids.js"; export const all = (xs) => [...ids(xs), ...xs];');
      const { output, ...input } = config(folder, [downlevel(options)], { format: "cjs", sourcemap: false });
      const bundle = await bundler[name]({ ...input, input: [input.input, path.join(folder, "src/other.js")] });
      await bundle.write(output);
      await bundle.close();
      assertEs5(scriptsOf(path.join(folder, "dist")));
      return repeatedHelpers(scriptsOf(path.join(folder, "dist")));
    };
    assert.deepEqual(await repeatedIn({ helpers: "shared" }), []);
    assert.notDeepEqual(await repeatedIn({}), []);
  });

  for (const helpers of ["inline", "shared"]) {
    test(`${name}: modules with import() and import.meta stay modules, helpers ${helpers}`, async () => {
      const [bundler, downlevel] = await load();
      const folder = copyOf("bundlers", `${name}-module-${helpers}`);
      const sources = {
        "main.js": 'import { dep } from "./dep.js"; import "./script.js"; export const here = import.meta.url; export const late = async (...xs) => { const { f } = await import("./late.js"); return [...xs, f`${here}`, dep]; }; export const open = (name) => import(name);',
        "late.js": 'import { dep } from "./dep.js"; export const f = (strings, ...values) => [strings.raw.length, ...values, dep, import.meta.url];',
        "dep.js": "export const dep = [...new Set([1, 2])].length;",
        // Nothing tells that this is a module.
        "script.js": "globalThis.fromScript = [...new Set([1, 2, 3])].length;",
      };
      for (const [file, text] of Object.entries(sources)) fs.writeFileSync(path.join(folder, "src", file), text);
      const { output, ...input } = config(folder, [downlevel({ helpers })], { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" });
      const bundle = await bundler[name](input);
      await bundle.write(output);
      await bundle.close();
      const files = scriptsOf(path.join(folder, "dist"));
      const features = new Set();
      for (const file of files) {
        const code = fs.readFileSync(file, "utf8");
        assert.deepEqual(checkSync(code), [], file);
        assert.doesNotMatch(code, /\brequire\(/, "a module loads nothing by require");
        checkSync(code, { modules: "commonjs" }).forEach(({ feature }) => features.add(feature));
      }
      assert.deepEqual([...features].sort(), ["dynamic-import", "export", "import", "import-meta"]);
      if (helpers === "shared") assert.deepEqual(repeatedHelpers(files), []);
      const main = await import(pathToFileURL(path.join(folder, "dist/main.mjs")).href);
      assert.match(main.here, /^file:.*\/dist\/main[^/]*\.mjs$/);
      const [one, [count, here, dep, late], last] = await main.late(1);
      assert.deepEqual([one, count, here, dep, last, globalThis.fromScript], [1, 2, main.here, 2, 2, 3]);
      assert.match(late, /\/dist\/late[^/]*\.mjs$/);
      assert.equal((await main.open("node:fs")).default, fs);
    });
  }

  test(`${name}: lazy chunks of modules for SystemJS, with await at the top`, async () => {
    const [bundler, downlevel] = await load();
    const folder = copyOf("bundlers", `${name}-system`);
    fs.writeFileSync(path.join(folder, "src/main.js"), 'const { late } = await import("./late.js"); export const all = late(1, 2); export const here = import.meta.url;');
    fs.writeFileSync(path.join(folder, "src/late.js"), "export const late = (...xs) => [...new Set(xs)].join();");
    const { output, ...input } = config(folder, [downlevel({ modules: "system" })], { format: "es", chunkFileNames: "[name]-chunk.js" });
    const bundle = await bundler[name](input);
    await bundle.write(output);
    await bundle.close();
    const files = scriptsOf(path.join(folder, "dist"));
    assert.equal(files.length, 2);
    assertEs5(files);
    const url = pathToFileURL(path.join(folder, "dist/main.js")).href;
    const system = JSON.stringify(require.resolve("systemjs/dist/system-node.cjs"));
    const code = `const { System } = require(${system}); System.import(${JSON.stringify(url)}).then(({ all, here }) => console.log(all, here))`;
    assert.equal(execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }), `1,2 ${url}\n`);
  });

  test(`${name}: what is newer in a module and no part of modules is an error still`, async () => {
    const [bundler, downlevel] = await load();
    const folder = copyOf("bundlers", `${name}-module-newer`);
    const { output, ...input } = config(folder, [downlevel()], { format: "es", banner: "await 1;", sourcemap: false });
    const bundle = await bundler[name](input);
    await assert.rejects(bundle.write(output), /SystemJS alone waits for `await` at the top of a module/);
    await bundle.close();
  });

  test(`${name}: an error names the module and its line, with and without a map`, async () => {
    const [bundler, downlevel] = await load();
    for (const sourcemap of [true, false]) {
      const folder = copyOf("bundlers", `${name}-error`);
      fs.appendFileSync(path.join(folder, "src/ids.js"), "export const year = /(?<=y)\\d+/;\n");
      fs.appendFileSync(path.join(folder, "src/main.js"), 'import { year } from "./ids.js"; show.year = year;\n');
      const { output, ...input } = config(folder, [downlevel()], { sourcemap });
      const bundle = await bundler[name](input);
      const place = sourcemap ? /src\/ids\.js:4:\d+\)/ : /src\/ids\.js\)/;
      await assert.rejects(bundle.write(output), (error) => place.test(error.message) && /look ?behind/i.test(error.message));
      await bundle.close();
      assert.deepEqual(fs.existsSync(path.join(folder, "dist")) ? scriptsOf(path.join(folder, "dist")) : [], []);
    }
  });

  test(`${name}: maps in the code, and maps that the code does not name`, async () => {
    const [bundler, downlevel] = await load();
    for (const sourcemap of ["inline", "hidden"]) {
      const folder = copyOf("bundlers", `${name}-maps`);
      const { output, ...input } = config(folder, [downlevel()], { sourcemap });
      const bundle = await bundler[name](input);
      await bundle.write(output);
      await bundle.close();
      const code = fs.readFileSync(path.join(folder, "dist/main.js"), "utf8");
      const [, data] = code.match(/sourceMappingURL=data:[^,]*,(\S+)\s*$/) ?? [];
      assert.equal(Boolean(data), sourcemap === "inline");
      assert.equal(code.includes("sourceMappingURL"), sourcemap === "inline");
      const map = data ? Buffer.from(data, "base64") : fs.readFileSync(path.join(folder, "dist/main.js.map"));
      fs.writeFileSync(path.join(folder, "dist/main.js.map"), map);
      const line = code.split("\n").findIndex((line) => line.includes("thrown on purpose"));
      const origin = originOf(path.join(folder, "dist/main.js"), line + 1, code.split("\n")[line].indexOf("throw") + 1);
      assert.match(origin.text, /thrown on purpose/);
    }
  });

  test(`${name}: hashes tell options apart`, async () => {
    const [bundler, downlevel] = await load();
    const nameWith = async (options) => {
      const folder = copyOf("bundlers", `${name}-hash`);
      const { output, ...input } = config(folder, [downlevel(options)], { entryFileNames: "[name]-[hash].js" });
      const bundle = await bundler[name](input);
      const [{ fileName }] = (await bundle.generate(output)).output;
      await bundle.close();
      return fileName;
    };
    assert.equal(await nameWith({}), await nameWith({}));
    assert.notEqual(await nameWith({}), await nameWith({ spec: true }));
  });
}

for (const [name, module] of [["webpack", "webpack"], ["rspack", "@rspack/core"]]) {
  const load = () => [require(module)[name] ?? require(module), require(`downlevel/${name}`)];
  const config = (folder, plugins, more = {}) => ({
    context: folder,
    entry: "./src/main.js",
    mode: "production",
    target: ["web", "es5"],
    devtool: "source-map",
    output: { path: path.join(folder, "dist") },
    plugins,
    ...more,
  });
  const runOnce = (bundler, config) =>
    new Promise((resolve, reject) => {
      const compiler = bundler(config);
      compiler.run((error, stats) => compiler.close(() => (error ? reject(error) : resolve(stats.toJson({ all: false, errors: true, warnings: true })))));
    });

  test(`${name}: a page, minified`, async (t) => {
    const [bundler, Downlevel] = load();
    const folder = pageFor(name);
    const { errors, warnings } = await runOnce(bundler, config(folder, [new Downlevel()]));
    assert.deepEqual([errors, warnings], [[], []]);
    const [code] = scriptsOf(path.join(folder, "dist")).map((file) => fs.readFileSync(file, "utf8"));
    assert.ok(code.split("\n").length < 5, "it is minified");
    await assertPage(t, folder);
  });

  test(`${name}: chunks that are loaded when needed, and the runtime that loads them`, async () => {
    const [bundler, Downlevel] = load();
    const folder = copyOf("bundlers", `${name}-chunks`);
    fs.writeFileSync(path.join(folder, "src/main.js"), 'import("./counter.js").then(({ Counter }) => print(`${new Counter()}`));');
    const { errors } = await runOnce(bundler, config(folder, [new Downlevel()]));
    assert.deepEqual(errors, []);
    assert.equal(scriptsOf(path.join(folder, "dist")).length, 2);
    assertEs5(scriptsOf(path.join(folder, "dist")));
  });

  test(`${name}: the loader shares helpers`, async (t) => {
    const [bundler, Downlevel] = load();
    const folder = pageFor(`${name}-loader`);
    const rules = [{ test: /\.m?js$/, use: "downlevel/loader" }];
    const more = { module: { rules }, optimization: { minimize: false, concatenateModules: false } };
    const { errors, warnings } = await runOnce(bundler, config(folder, [], more));
    assert.deepEqual([errors, warnings], [[], []]);
    assert.deepEqual(repeatedHelpers(scriptsOf(path.join(folder, "dist"))), []);
    await assertPage(t, folder);
  });

  test(`${name}: watching, and nothing is lowered again that did not change`, async () => {
    const [bundler, Downlevel] = load();
    const folder = copyOf("bundlers", `${name}-watch`);
    const plugin = new Downlevel();
    const lowered = [];
    const lower = plugin.plugin.lower.bind(plugin.plugin);
    plugin.plugin.lower = (file) => (lowered.push(file.name), lower(file));
    const entry = { main: "./src/main.js", other: "./src/ids.js" };
    const compiler = bundler(config(folder, [plugin], { entry, mode: "development", devtool: "source-map" }));
    const watching = compiler.watch({ aggregateTimeout: 20 }, () => {});
    await assertRebuilds(folder, "src/main.js");
    await new Promise((resolve) => watching.close(resolve));
    await new Promise((resolve) => compiler.close(resolve));
    assert.deepEqual(lowered.sort(), ["main.js", "main.js", "other.js"]);
  });

  if (name === "webpack") {
    test("webpack: the cache on the disk holds what was lowered, for these options", async () => {
      const [bundler, Downlevel] = load();
      const folder = copyOf("bundlers", "webpack-cache");
      const cache = { type: "filesystem", cacheDirectory: path.join(folder, ".cache") };
      const lowered = async (options) => {
        const plugin = new Downlevel(options);
        const names = [];
        const lower = plugin.plugin.lower.bind(plugin.plugin);
        plugin.plugin.lower = (file) => (names.push(file.name), lower(file));
        const { errors } = await runOnce(bundler, config(folder, [plugin], { cache }));
        assert.deepEqual(errors, []);
        assertEs5(scriptsOf(path.join(folder, "dist")));
        return names;
      };
      assert.deepEqual(await lowered({}), ["main.js"]);
      assert.deepEqual(await lowered({}), []);
      assert.deepEqual(await lowered({ spec: true }), ["main.js"]);
    });
  }

  test(`${name}: an error names the module`, async () => {
    const [bundler, Downlevel] = load();
    const folder = copyOf("bundlers", `${name}-error`);
    fs.appendFileSync(path.join(folder, "src/main.js"), "show.year = /(?<=y)\\d+/;\n");
    const { errors } = await runOnce(bundler, config(folder, [new Downlevel()]));
    assert.ok(errors.length > 0);
    assert.match(errors[0].message, /src\/main\.js/);
    assert.match(errors[0].message, /look ?behind/i);
  });

  test(`${name}: modules in strings are an error`, async () => {
    const [bundler, Downlevel] = load();
    const folder = copyOf("bundlers", `${name}-eval`);
    const { errors } = await runOnce(bundler, config(folder, [new Downlevel()], { devtool: "eval-source-map" }));
    assert.match(errors.map(({ message }) => message).join(), /`devtool: "eval-source-map"` puts modules into strings/);
  });

  test(`${name}: what a later plugin puts in is an error`, async () => {
    const [bundler, Downlevel] = load();
    const folder = copyOf("bundlers", `${name}-newer`);
    const later = {
      apply: (compiler) =>
        compiler.hooks.thisCompilation.tap("later", (compilation) =>
          compilation.hooks.processAssets.tap({ name: "later", stage: 700 }, () => {
            compilation.updateAsset("main.js", (source) => new compiler.webpack.sources.ConcatSource(source, "\n(() => 1)();"));
          }),
        ),
    };
    const { errors } = await runOnce(bundler, config(folder, [new Downlevel(), later], { devtool: false }));
    assert.match(errors[0].message, /an arrow function is from ES2015.*\n[^]*target: \["web", "es5"\]/);
  });
}

{
  const esbuild = require("esbuild");
  const downlevel = require("downlevel/esbuild");
  const config = (folder, more = {}) => ({
    absWorkingDir: folder,
    entryPoints: ["src/main.js"],
    bundle: true,
    sourcemap: true,
    outdir: "dist",
    logLevel: "silent",
    plugins: [downlevel()],
    ...more,
  });

  test("esbuild: a page, minified", async (t) => {
    const folder = pageFor("esbuild");
    const { metafile, outputFiles } = await esbuild.build(config(folder, { minify: true, metafile: true }));
    assert.equal(outputFiles, undefined);
    for (const [name, { bytes }] of Object.entries(metafile.outputs)) {
      assert.equal(bytes, fs.statSync(path.join(folder, name)).size, name);
    }
    await assertPage(t, folder);
  });

  test("esbuild: maps beside the code and in it", async () => {
    const expected = { linked: [true, false], external: [true, false], inline: [false, true], both: [true, true] };
    for (const [sourcemap, [isBeside, isInside]] of Object.entries(expected)) {
      const folder = copyOf("bundlers", "esbuild-maps");
      await esbuild.build(config(folder, { sourcemap }));
      const file = path.join(folder, "dist/main.js");
      const code = fs.readFileSync(file, "utf8");
      assert.equal(fs.existsSync(`${file}.map`), isBeside, sourcemap);
      assert.equal(code.includes("sourceMappingURL=data:"), isInside, sourcemap);
      assert.equal(code.includes("sourceMappingURL="), sourcemap !== "external", sourcemap);
      if (isInside) fs.writeFileSync(`${file}.map`, Buffer.from(code.match(/base64,(\S+)\s*$/)[1], "base64"));
      const line = code.split("\n").findIndex((line) => line.includes("thrown on purpose"));
      const origin = originOf(file, line + 1, code.split("\n")[line].indexOf("throw") + 1);
      assert.match(origin.text, /thrown on purpose/, sourcemap);
    }
  });

  test("esbuild: two builds with the same options", async () => {
    const folder = copyOf("bundlers", "esbuild-again");
    const options = config(folder);
    await esbuild.build(options);
    fs.rmSync(path.join(folder, "dist"), { recursive: true });
    await esbuild.build(options);
    assert.ok(fs.existsSync(path.join(folder, "dist/main.js")));
  });

  test("esbuild: files that are not written, maps in the code", async () => {
    const folder = copyOf("bundlers", "esbuild-memory");
    const { outputFiles } = await esbuild.build(config(folder, { write: false, sourcemap: "inline" }));
    assert.equal(fs.existsSync(path.join(folder, "dist")), false);
    const [{ text, contents }] = outputFiles;
    assert.equal(Buffer.from(contents).toString(), text);
    assert.deepEqual(checkSync(text), []);
    const map = JSON.parse(Buffer.from(text.match(/sourceMappingURL=data:[^,]*,(\S+)\s*$/)[1], "base64"));
    assert.ok(map.sources.includes("../src/main.js"), map.sources.join());
  });

  /** Two entries that share a chunk, and one that is loaded when needed. */
  function splitIn(name) {
    const folder = copyOf("bundlers", name);
    fs.mkdirSync(path.join(folder, "src/deep"));
    fs.writeFileSync(path.join(folder, "src/one.js"), 'import { ids } from "./ids.js"; export const one = (xs) => [...ids(xs), ...xs]; console.log(one(new Set([{ id: 1 }])).length);');
    fs.writeFileSync(path.join(folder, "src/deep/two.js"), 'import { ids } from "../ids.js"; class A { *m() { yield* ids([{ id: 2 }]); } } import("./late.js").then(({ late }) => console.log([...new A().m(), ...late(1, 2)].join()));');
    fs.writeFileSync(path.join(folder, "src/deep/late.js"), "export const late = (...xs) => [...new Set(xs)];");
    return folder;
  }
  const splitConfig = (folder, more) =>
    config(folder, { entryPoints: ["src/one.js", "src/deep/two.js"], metafile: true, plugins: [downlevel({ helpers: "shared" })], ...more });
  const helperFiles = (folder) => scriptsOf(path.join(folder, "dist")).filter((file) => file.includes("downlevel-helpers"));
  const run = (file) => execFileSync(process.execPath, [file], { encoding: "utf8" });

  for (const minify of [false, true]) {
    for (const [format, extension] of [["esm", ".mjs"], ["cjs", ".cjs"]]) {
      test(`esbuild: shared helpers are in one file, ${format}${minify ? ", minified" : ""}`, async () => {
        const folder = splitIn(`esbuild-shared-${format}-${minify}`);
        const options = { format, minify, splitting: format === "esm", outExtension: { ".js": extension } };
        const { metafile } = await esbuild.build(splitConfig(folder, options));
        const dist = path.join(folder, "dist");
        const [helperFile, ...others] = helperFiles(folder);
        assert.deepEqual(others, []);
        for (const file of scriptsOf(dist)) {
          const code = fs.readFileSync(file, "utf8");
          assert.deepEqual(checkSync(code, { modules: "preserve" }), [], file);
          assert.doesNotMatch(code, /DL0HASH0/);
          const name = path.relative(folder, file);
          assert.equal(metafile.outputs[name].bytes, fs.statSync(file).size, name);
          const told = metafile.outputs[name].imports.some((each) => each.path === path.relative(folder, helperFile));
          assert.equal(told, file !== helperFile && code.includes(path.basename(helperFile)), name);
        }
        if (format === "esm") assert.deepEqual(repeatedHelpers(scriptsOf(dist)), []);
        for (const file of scriptsOf(dist).filter((each) => each !== helperFile)) {
          assert.doesNotMatch(fs.readFileSync(file, "utf8"), /Symbol\.iterator|\.done\b/, `${file} has no helper of its own`);
        }
        assert.equal(run(path.join(dist, `one${extension}`)), "2\n");
        assert.equal(run(path.join(dist, `deep/two${extension}`)), "#2,1,2\n");
      });
    }
  }

  test("esbuild: the file of helpers is where chunks are, and named as they are", async () => {
    const folder = splitIn("esbuild-shared-names");
    const outdir = path.join(folder, "dist");
    await esbuild.build(splitConfig(folder, { format: "esm", outdir, chunkNames: "chunks/[name]", outExtension: { ".js": ".mjs" } }));
    assert.ok(fs.existsSync(path.join(outdir, "chunks/downlevel-helpers.mjs")));
    assert.equal(run(path.join(outdir, "one.mjs")), "2\n");
    assert.equal(run(path.join(outdir, "deep/two.mjs")), "#2,1,2\n");
  });

  test("esbuild: maps of outputs that load helpers lead to the source", async () => {
    const folder = splitIn("esbuild-shared-maps");
    fs.appendFileSync(path.join(folder, "src/one.js"), '\nexport const fail = (...xs) => { throw new Error("thrown on purpose"); };');
    await esbuild.build(splitConfig(folder, { format: "esm", minify: true }));
    const file = path.join(folder, "dist/one.js");
    const lines = fs.readFileSync(file, "utf8").split("\n");
    const line = lines.findIndex((each) => each.includes("thrown on purpose"));
    assert.match(originOf(file, line + 1, lines[line].indexOf("throw") + 1).text, /thrown on purpose/);
  });

  test("esbuild: helpers that nobody loads are in no file", async () => {
    const folder = copyOf("bundlers", "esbuild-shared-none");
    fs.writeFileSync(path.join(folder, "src/main.js"), "export const x = () => 1;");
    const { metafile } = await esbuild.build(config(folder, { format: "esm", metafile: true, plugins: [downlevel({ helpers: "shared" })] }));
    assert.deepEqual(Object.keys(metafile.outputs).sort(), ["dist/main.js", "dist/main.js.map"]);
  });

  test("esbuild: helpers are shared where files can load them, and else it is said why not", async () => {
    const folder = copyOf("bundlers", "esbuild-shared-refused");
    const told = async (options, more) =>
      esbuild.build(config(folder, { plugins: [downlevel({ helpers: "shared", ...options })], ...more })).then(
        () => assert.fail("it was not refused"),
        ({ message }) => message,
      );
    assert.match(await told({}, {}), /a script \(`format: "iife"`\) cannot import a file.*`format: "esm"`/);
    assert.match(await told({}, { bundle: false }), /without a format.*`format: "esm"`/);
    assert.match(await told({ modules: "system" }, { format: "esm" }), /`modules: "system"` has to be left out/);
  });

  test("esbuild: watching", async () => {
    const folder = copyOf("bundlers", "esbuild-watch");
    const context = await esbuild.context(config(folder));
    await context.watch();
    await assertRebuilds(folder, "src/main.js");
    await context.dispose();
  });

  test("esbuild: an error names the module and its line", async () => {
    const folder = copyOf("bundlers", "esbuild-error");
    fs.appendFileSync(path.join(folder, "src/ids.js"), "export const year = /(?<=y)\\d+/;\n");
    fs.appendFileSync(path.join(folder, "src/main.js"), 'import { year } from "./ids.js"; show.year = year;\n');
    await assert.rejects(esbuild.build(config(folder)), ({ errors }) => /src\/ids\.js:4/.test(errors[0].text) && errors[0].location.file === "dist/main.js");
    assert.equal(fs.existsSync(path.join(folder, "dist")), false);
  });
}

test("plugins say at once what is wrong with their options", () => {
  for (const name of ["vite", "rollup", "rolldown", "esbuild", "webpack", "rspack"]) {
    const make = (options) => () => {
      const plugin = require(`downlevel/${name}`);
      if (/pack/.test(name)) return new plugin(options);
      return plugin(options).setup?.({ initialOptions: {}, onStart() {}, onEnd() {} });
    };
    assert.doesNotThrow(make());
    assert.throws(make({ sourcType: "module" }), /did you mean `sourceType`/, name);
    assert.throws(make({ sourceMap: true }), /the bundler knows it/, name);
    assert.throws(make({ filter: /a/ }), /`filter` is a function/, name);
    if (!/vite|roll/.test(name)) assert.throws(make({ helpers: "shared" }), /shared/, name);
  }
});
