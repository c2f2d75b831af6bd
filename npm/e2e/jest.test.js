"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { copyOf, run } = require("./harness.js");

test("Jest runs tests on what ships", async () => {
  const folder = copyOf("jest");
  const { status, output } = await run(folder, "jest", "--no-cache", "--rootDir", folder);
  assert.equal(status, 0, output);
  assert.match(output, /Tests: +3 passed, 3 total/);
});
