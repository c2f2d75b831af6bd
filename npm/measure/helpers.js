// Helpers in each chunk against helpers that chunks share: the size of all chunks of one bundle, for more and more of them.
// Prints a table.
"use strict";

const zlib = require("node:zlib");
const { rollup } = require("rollup");
const { minify } = require("terser");
const downlevel = require("../downlevel/plugins/rollup.js");
const { source } = require("./source.js");

const sources = (chunks) => ({
  name: "sources",
  resolveId: (id) => id,
  load(id) {
    if (id === "base") return "export class Base { constructor(entries) { this.entries = entries; } }";
    return Number(id) > 0 ? source(Number(id)) : null;
  },
  options: (options) => ({ ...options, input: Array.from({ length: chunks }, (_, index) => `${index + 1}`) }),
});

async function sizes(chunks, options) {
  const bundle = await rollup({ plugins: [sources(chunks), downlevel(options)], logLevel: "silent" });
  const { output } = await bundle.generate({ format: "cjs" });
  const codes = await Promise.all(output.map(async ({ code }) => (await minify(code, { ecma: 5, toplevel: true })).code));
  const total = (size) => (codes.reduce((sum, code) => sum + size(code), 0) / 1000).toFixed(1);
  return `${total((code) => code.length)} KB, ${total((code) => zlib.gzipSync(code).length)} KB`;
}

(async () => {
  console.log("| chunks | inline (gzip) | shared (gzip) |\n| --- | --- | --- |");
  for (const chunks of [1, 2, 4, 8, 16]) {
    console.log(`| ${chunks} | ${await sizes(chunks, {})} | ${await sizes(chunks, { helpers: "shared" })} |`);
  }
})();
