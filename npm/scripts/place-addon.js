// Puts the addon that Cargo has built beside the package, under the name that it is loaded by. The argument is the
// profile: `debug` unless given.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { addonFile, thisPlatform } = require("../downlevel/lib/platform.js");

const LIBRARY = {
  darwin: "libdownlevel_node.dylib",
  linux: "libdownlevel_node.so",
  win32: "downlevel_node.dll",
};

const [profile = "debug"] = process.argv.slice(2);
const target = process.env.CARGO_TARGET_DIR || path.join(__dirname, "../../target");
const placed = path.join(__dirname, "../downlevel", addonFile(thisPlatform()));
// A process may have the old one loaded: what is written is a new file.
fs.rmSync(placed, { force: true });
fs.copyFileSync(path.join(target, profile, LIBRARY[process.platform]), placed);
