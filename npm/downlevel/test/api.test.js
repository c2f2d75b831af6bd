"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { test } = require("node:test");
const { pathToFileURL } = require("node:url");
const { TraceMap, originalPositionFor } = require("@jridgewell/trace-mapping");
const downlevel = require("../index.js");

const { DownlevelError, check, checkSync, helpers, transform, transformFile, transformFileSync, transformSync } = downlevel;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "downlevel-api-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true }));

test("the ES module has what the CommonJS module has", async () => {
  const module = await import("../index.mjs");
  assert.deepEqual(Object.keys(module).sort(), Object.keys(downlevel).sort());
  for (const name of Object.keys(module)) assert.equal(module[name], downlevel[name]);
});

test("transform and transformSync give the same", async () => {
  const code = "export const f = async (...xs) => `${xs}`;";
  const options = { filename: "src/f.js", sourceMap: true, modules: "commonjs" };
  const result = transformSync(code, options);
  assert.deepEqual(await transform(code, options), result);
  assert.match(result.code, /exports\.f = /);
  assert.equal(result.map.version, 3);
  assert.deepEqual(result.map.sources, ["src/f.js"]);
  assert.deepEqual(result.map.sourcesContent, [code]);
  assert.deepEqual(result.requiredBuiltins, ["Promise"]);
  assert.deepEqual(result.warnings, []);
  assert.deepEqual(checkSync(result.code), []);
});

test("there is no map unless asked for", () => assert.equal(transformSync("a").map, null));

test("bytes are UTF-8, with or without a byte order mark", async () => {
  assert.equal(transformSync(Buffer.from("\ufefflet é;")).code, "var é;\n");
  await assert.rejects(transform(new Uint8Array([0x61, 0xff]), { filename: "b.js" }), (error) => {
    assert.equal(error.errors[0].code, "encoding");
    assert.equal(error.message.split("\n")[0], "b.js:1:2: the source is not UTF-8: the byte 0xFF cannot stand here");
    return true;
  });
});

test("a DownlevelError has all errors with their places", async () => {
  const code = "let a;\nlet a;\nlet b; let b;\n";
  const inspect = (error) => {
    assert.ok(error instanceof DownlevelError && error instanceof Error);
    assert.equal(error.name, "DownlevelError");
    assert.equal(error.errors.length, 2);
    const { frame, related, ...first } = error.errors[0];
    assert.deepEqual(first, {
      severity: "error",
      code: "redeclared",
      message: "`a` is declared twice in this scope",
      advice: "rename one of the two, or drop the second declaration",
      file: "src/a.js",
      line: 2,
      column: 5,
      length: 1,
      utf16Column: 5,
      utf16Length: 1,
      range: { start: 11, end: 12 },
    });
    assert.match(frame, /^2 \| let a;\n {2}\| {5}\^$/m);
    assert.deepEqual(related, [{ file: "src/a.js", line: 1, column: 5, length: 1, utf16Column: 5, utf16Length: 1, range: { start: 4, end: 5 }, note: "`a` is first declared here" }]);
    assert.match(error.message, /^src\/a\.js:2:5: `a` is declared twice.*\n {2}rename.*\nsrc\/a\.js:3:12: /);
    return true;
  };
  assert.throws(() => transformSync(code, { filename: "src/a.js" }), inspect);
  await assert.rejects(transform(code, { filename: "src/a.js" }), inspect);
});

test("the message of a DownlevelError is bounded", () => {
  const code = "let a;\n".repeat(100);
  assert.throws(() => transformSync(code), (error) => error.errors.length === 99 && /and 89 more errors$/.test(error.message));
});

test("wrong options are TypeErrors that name the right one", async () => {
  const wrong = (options, message) => assert.throws(() => transformSync("a", options), { name: "TypeError", message });
  wrong({ sourcemap: true }, "there is no option `sourcemap`; did you mean `sourceMap`?");
  wrong({ assumptions: { noClassCall: true } }, /`assumptions\.noClassCall`; did you mean `assumptions\.noClassCalls`/);
  wrong({ sourceType: "modul" }, /^option `sourceType`: unknown variant `modul`, expected one of/);
  wrong({ spec: "yes" }, /^option `spec`: /);
  wrong({ filename() {} }, /^option `filename` cannot be a function/);
  wrong({ inputSourceMap: 1 }, /^option `inputSourceMap`/);
  wrong(null, /^the options are an object, not null/);
  wrong("spec", /^the options are an object/);
  assert.throws(() => transformSync(1), { name: "TypeError", message: /^the code/ });
  await assert.rejects(transform("a", { sourcemap: true }), { name: "TypeError", message: /did you mean/ });
  await assert.rejects(check("a", { sourcemap: true }), { name: "TypeError", message: /did you mean/ });
});

test("options that are undefined are left out", () => {
  assert.equal(transformSync("a", { filename: undefined, inputSourceMap: undefined, spec: undefined }).code, "a;\n");
  assert.equal(transformSync("a", undefined).code, "a;\n");
});

test("options reach the library", () => {
  const code = "f(...xs)";
  assert.equal(transformSync(code, { assumptions: { iterableIsArray: true } }).code, "f.apply(void 0, xs);\n");
  assert.match(transformSync(code, { helpers: { external: "./h.js" } }).code, /require\("\.\/h\.js"\)/);
});

test("check finds what is newer than ES5", async () => {
  const code = "var f = a =>\n  a;";
  const expected = { feature: "arrow-function", edition: 2015, message: "an arrow function is from ES2015", inString: false };
  const found = checkSync(code, { filename: "f.js" });
  assert.deepEqual(found, [{ ...expected, file: "f.js", line: 1, column: 11, length: 2, utf16Column: 11, utf16Length: 2, range: { start: 10, end: 12 } }]);
  assert.deepEqual(await check(code, { filename: "f.js" }), found);
  assert.deepEqual(checkSync("var f;"), []);
  assert.equal(checkSync('eval("a => a")')[0].inString, true);
  await assert.rejects(check("var"), DownlevelError);
});

test("helpers come in both formats", () => {
  assert.match(helpers(), /^export \{ /m);
  assert.equal(helpers("esm"), helpers());
  assert.match(helpers("cjs"), /^exports\./m);
  assert.deepEqual(checkSync(helpers("cjs")), []);
  assert.throws(() => helpers("amd"), { name: "TypeError", message: /"esm" or "cjs", not as 'amd'/ });
});

test("the version is that of the package", () => assert.equal(downlevel.version, require("../package.json").version));

// The line 9 of app.ts, as a map of the line 1.
const inputMap = { version: 3, names: [], sources: ["app.ts"], sourcesContent: ["\n".repeat(8) + "f();"], mappings: "AAQA" };

function sourceOf(result) {
  const line = result.code.split("\n").findIndex((line) => line.includes("f()"));
  const { source, line: original } = originalPositionFor(new TraceMap(result.map), { line: line + 1, column: 0 });
  return `${source}:${original}`;
}

test("inputSourceMap is an object or JSON", () => {
  const options = { sourceMap: true, filename: "out/app.js" };
  assert.equal(sourceOf(transformSync("f();", { ...options, inputSourceMap: inputMap })), "out/app.ts:9");
  assert.equal(sourceOf(transformSync("f();", { ...options, inputSourceMap: JSON.stringify(inputMap) })), "out/app.ts:9");
  assert.throws(() => transformSync("f();", { ...options, inputSourceMap: "{" }), DownlevelError);
});

test("inputSourceMap: true takes the map that the source names", async () => {
  const filename = path.join(folder, "app.js");
  fs.mkdirSync(path.join(folder, "maps dir"), { recursive: true });
  fs.writeFileSync(path.join(folder, "maps dir/app.js.map"), JSON.stringify(inputMap));
  const options = { sourceMap: true, inputSourceMap: true };
  const expected = `${path.join(folder, "maps dir/app.ts")}:9`;
  const url = pathToFileURL(path.join(folder, "maps dir/app.js.map"));
  for (const named of ["maps%20dir/app.js.map?x", url]) {
    const code = `f();\n//# sourceMappingURL=${named}\n`;
    fs.writeFileSync(filename, code);
    for (const result of [
      transformSync(code, { filename, ...options }),
      await transform(code, { filename, ...options }),
      transformFileSync(filename, options),
      await transformFile(pathToFileURL(filename), options),
    ]) {
      assert.equal(sourceOf(result), expected);
      assert.deepEqual(result.warnings, []);
      assert.doesNotMatch(result.code, /sourceMappingURL/);
    }
  }
});

test("inputSourceMap: true reads data URLs", () => {
  const json = JSON.stringify(inputMap);
  for (const data of [`base64,${Buffer.from(json).toString("base64")}`, `,${encodeURIComponent(json)}`]) {
    const comment = `//# sourceMappingURL=data:application/json;${data}`.replace("json;,", "json,");
    assert.equal(sourceOf(transformSync(`f();\n${comment}`, { sourceMap: true, inputSourceMap: true })), "app.ts:9");
  }
});

test("a map that the source names and that cannot be read is a warning", async () => {
  fs.writeFileSync(path.join(folder, "broken.map"), "{");
  for (const url of ["gone.map", "broken.map", "https://example.com/a.map", "data:application/json,{"]) {
    const code = `var a;\nf(); //# sourceMappingURL=${url}`;
    const options = { filename: path.join(folder, "app.js"), sourceMap: true, inputSourceMap: true };
    for (const result of [transformSync(code, options), await transform(code, options)]) {
      assert.equal(sourceOf(result), `${options.filename}:2`);
      const [warning] = result.warnings;
      assert.equal(result.warnings.length, 1);
      assert.deepEqual([warning.code, warning.line, warning.column], ["input-source-map", 2, 27]);
      assert.equal(Buffer.from(code).subarray(warning.range.start, warning.range.end).toString(), url);
      assert.match(warning.message, /cannot be read: ./);
    }
  }
  assert.deepEqual(transformSync("f();", { sourceMap: true, inputSourceMap: true }).warnings, []);
});

test("many calls at once all end, and their memory is given back", async () => {
  const one = () => transform(`var f = (...xs) => xs; ${"g(...xs);".repeat(20)}`, { sourceMap: true });
  await Promise.all(Array.from({ length: 1000 }, one));
  global.gc?.();
  const before = process.memoryUsage().rss;
  const results = await Promise.all(Array.from({ length: 10_000 }, one));
  assert.equal(new Set(results.map(({ code }) => code)).size, 1);
  results.length = 0;
  global.gc?.();
  const after = process.memoryUsage().rss;
  assert.ok(after - before < 300e6, `${(after - before) / 1e6} MB more`);
});

test("asynchronous calls do not block the thread that calls", async () => {
  const big = "function f(...xs) { return [...xs, ...xs]; }\n".repeat(2000);
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await transform(big);
  clearInterval(timer);
  assert.ok(ticks > 5, `${ticks} ticks`);
});

test("a failed call leaves the others alone", async () => {
  const calls = ["let a", "let a; let a", "a =>", "var b"].map((code) => transform(code));
  const states = (await Promise.allSettled(calls)).map(({ status }) => status);
  assert.deepEqual(states, ["fulfilled", "rejected", "rejected", "fulfilled"]);
});
