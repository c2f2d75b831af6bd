// What the READMEs show is what happens.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { transformSync } = require("../index.js");

const at = (file) => path.join(__dirname, file);
const read = (file) => fs.readFileSync(at(file), "utf8");

/** A block of JavaScript, and the one that it becomes. */
const EXAMPLE = /```js\n((?:(?!```)[^])*)```\n\nbecomes[^\n]*\n\n```js\n([^]*?)```/;

for (const file of ["../README.md", "../../../README.md"]) {
  test(`the example of ${file}: UPDATE_README=1 writes it anew`, () => {
    const text = read(file);
    const [, before, after] = text.match(EXAMPLE);
    const code = transformSync(before, { helpers: { external: "h" } }).code.replace(/^var \w+ = require\("h"\).*\n/gm, "");
    if (process.env.UPDATE_README) fs.writeFileSync(at(file), text.replace(after, () => code));
    else assert.equal(after, code);
  });
}

test("links lead to files, and all pages are linked", () => {
  const [text, folder] = [read("../README.md"), path.join(__dirname, "..")];
  const links = [...text.matchAll(/\]\((docs\/[^)#]+)/g)].map(([, link]) => link);
  for (const link of links) assert.ok(fs.existsSync(path.join(folder, link)), link);
  assert.deepEqual([...new Set(links)].sort(), fs.readdirSync(path.join(folder, "docs")).map((name) => `docs/${name}`).sort());
});

test("every option is in the table", () => {
  const text = read("../README.md");
  const addon = require("../lib/addon.js");
  for (const option of Object.keys(JSON.parse(addon.defaultOptions()))) assert.match(text, new RegExp(`^\\|.*\`${option}\``, "m"));
});
