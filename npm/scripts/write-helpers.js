// Writes the modules of helpers that `downlevel/helpers` stands for: they are the library's, and so not in the repository.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { helpers } = require("../downlevel/index.js");

const folder = path.join(__dirname, "../downlevel");
fs.writeFileSync(path.join(folder, "helpers.mjs"), helpers("esm"));
fs.writeFileSync(path.join(folder, "helpers.js"), helpers("cjs"));
