// What bundlers leave of a lowered module when nobody takes most of its exports.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, test } = require("node:test");
const esbuild = require("esbuild");
const { rollup } = require("rollup");
const { transformSync, helpers } = require("downlevel");

const KINDS = {
  generator: "export function* a() { yield 1; }",
  "default generator": "export default function* () { yield 1; }",
  "generator that is reassigned": "export function* a() { yield 1; } export function replace() { a = null; }",
  "generator that hides its name": "export function* a(a) { yield a; }",
  "default async function": "export default async function () { await 1; }",
  "async function": "export async function a() { await 1; }",
  "async generator": "export async function* a() { yield 1; }",
  "generator function of a constant": "export const a = function* () { yield 1; };",
  "async arrow": "export const a = async () => { await 1; };",
  class: "export class A { m() {} get x() { return 1; } static s() {} }",
  "derived class": "class B {} export class A extends B { constructor() { super(); this.x = 1; } m() { return super.m; } }",
  "class of an imported parent": 'import { Parent } from "./parent.mjs"; export class A extends Parent { m() { return super.m(); } }',
  "generators and for-of": "export function* a(xs) { for (const x of xs) yield* x; }",
  error: "export class A extends Error { constructor(text) { super(text); this.code = 1; } }",
  "private names": "export class A { #x = 1; get x() { return this.#x; } }",
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "downlevel-shaking-"));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

for (const way of ["inline", "external"]) {
  for (const [kind, source] of Object.entries(KINDS)) {
    test(`nothing is left of what nobody takes: ${kind}, helpers ${way}`, async () => {
      const external = way === "inline" ? "inline" : { external: "./helpers.mjs" };
      const { code } = transformSync(`${source}\nexport function used() { return 42; }`, { modules: "preserve", sourceType: "module", helpers: external });
      fs.writeFileSync(path.join(folder, "helpers.mjs"), helpers("esm"));
      fs.writeFileSync(path.join(folder, "parent.mjs"), "export function Parent() {}");
      fs.writeFileSync(path.join(folder, "library.mjs"), code);
      fs.writeFileSync(path.join(folder, "main.mjs"), 'import { used } from "./library.mjs"; console.log(used());');
      const input = path.join(folder, "main.mjs");
      const bundle = await rollup({ input });
      const { output } = await bundle.generate({ format: "es" });
      assert.equal(output[0].code.replace(/\s+/g, " ").trim(), "function used() { return 42; } console.log(used());");
      const { outputFiles } = await esbuild.build({ entryPoints: [input], bundle: true, write: false, format: "esm" });
      const left = outputFiles[0].text.replace(/\/\/.*/g, "").replace(/\s+/g, " ").trim();
      assert.equal(left, "function used() { return 42; } console.log(used());");
    });
  }
}
