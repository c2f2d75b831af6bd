// As helpers.js, with esbuild: helpers in each output against one file of helpers that all outputs load. Prints a table.
"use strict";

const zlib = require("node:zlib");
const esbuild = require("esbuild");
const downlevel = require("../downlevel/plugins/esbuild.js");
const { source } = require("./source.js");

const sources = {
  name: "sources",
  setup(build) {
    build.onResolve({ filter: /^(base|\d+)$/ }, ({ path }) => ({ path, namespace: "sources" }));
    build.onLoad({ filter: /./, namespace: "sources" }, ({ path }) => ({
      contents: path === "base" ? "export class Base { constructor(entries) { this.entries = entries; } }" : source(Number(path)),
    }));
  },
};

async function sizes(chunks, options) {
  const { outputFiles } = await esbuild.build({
    entryPoints: Array.from({ length: chunks }, (_, index) => `${index + 1}`),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    outdir: "dist",
    write: false,
    logLevel: "silent",
    plugins: [sources, downlevel(options)],
  });
  const total = (size) => (outputFiles.reduce((sum, { contents }) => sum + size(contents), 0) / 1000).toFixed(1);
  return `${total((contents) => contents.length)} KB, ${total((contents) => zlib.gzipSync(contents).length)} KB`;
}

(async () => {
  console.log("| outputs | inline (gzip) | shared (gzip) |\n| --- | --- | --- |");
  for (const chunks of [1, 2, 4, 8, 16]) {
    console.log(`| ${chunks} | ${await sizes(chunks, {})} | ${await sizes(chunks, { helpers: "shared" })} |`);
  }
})();
