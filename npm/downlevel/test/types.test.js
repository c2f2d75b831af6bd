// The .d.ts against the options of the Rust library: the addon tells which there are and what they may be.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const ts = require("typescript");
const addon = require("../lib/addon.js");
const { transformSync } = require("../index.js");

const file = path.join(__dirname, "../index.d.ts");
const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
const defaults = JSON.parse(addon.defaultOptions());

/** The properties of an interface, by name. */
function properties(name) {
  const found = source.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === name);
  return new Map(found.members.map((member) => [member.name.getText(), member]));
}

/** The strings that a type allows. */
function literals(type) {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  return parts.filter((each) => ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal)).map(({ literal }) => literal.text);
}

/** The names of the variants of an option of the library, as its message about a wrong one lists them. */
function variants(option) {
  let message;
  assert.throws(() => transformSync("", { [option]: "?" }), (error) => Boolean((message = error.message)));
  const [, list] = message.match(/unknown variant `\?`, expected (?:one of )?(.*)$/);
  return [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name);
}

test("every option of the library is in the types, and no other, each with a description", () => {
  for (const [name, options] of [["TransformOptions", defaults], ["Assumptions", defaults.assumptions]]) {
    const typed = properties(name);
    assert.deepEqual([...typed.keys()].sort(), Object.keys(options).sort());
    for (const [key, member] of typed) {
      assert.ok(member.questionToken, `${name}.${key} can be left out`);
      assert.ok(ts.getJSDocCommentsAndTags(member).length > 0, `${name}.${key} is described`);
    }
  }
});

test("the types take exactly the values that the library takes", () => {
  const typed = properties("TransformOptions");
  for (const [option, value] of Object.entries(defaults)) {
    const { type } = typed.get(option);
    const text = type.getText();
    if (option === "assumptions") continue;
    if (typeof value === "boolean") assert.equal(text, "boolean", option);
    else if (option === "inputSourceMap") assert.equal(text, "SourceMap | string | boolean | null");
    else if (value === null) assert.match(text, /^(string|number) \| null$/, option);
    else if (option === "filename") assert.equal(text, "string");
    else if (typeof value === "object") assert.equal(text, "Record<string, string>", option);
    else assert.deepEqual([...literals(type), ...tags(type)].sort(), variants(option).sort(), option);
  }
  for (const [, { type }] of properties("Assumptions")) assert.equal(type.getText(), "boolean");
});

/** The names of the variants that hold a value: `{ external: string }`. */
function tags(type) {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  return parts.filter(ts.isTypeLiteralNode).flatMap(({ members }) => members.map((member) => member.name.getText()));
}

test("the defaults that the types tell are those of the library", () => {
  for (const [option, member] of properties("TransformOptions")) {
    const text = ts.getJSDocCommentsAndTags(member).map((each) => each.getText()).join("\n");
    const [, told] = text.match(/Default: `([^`]+)`/) ?? [];
    if (told) assert.deepEqual(JSON.parse(told), defaults[option], option);
    else assert.match(text, option === "assumptions" ? /Default: what next to no program breaks\./ : /Default: none\./, option);
  }
  for (const [name, member] of properties("Assumptions")) {
    const text = ts.getJSDocCommentsAndTags(member).map((each) => each.getText()).join("\n");
    assert.equal(text.includes("On by default"), defaults.assumptions[name], name);
  }
});
