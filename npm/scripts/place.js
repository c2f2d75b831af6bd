// Makes the package in npm/downlevel whole for use in this workspace: the addon and the command that Cargo has built, the
// modules of helpers, and the links by which tests and examples find it.
//
//     node scripts/place.js [PROFILE]
//
// The profile is that of Cargo: `debug` unless given.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { addonFile, commandFile, thisPlatform } = require("../downlevel/lib/platform.js");

const LIBRARY = {
  darwin: "libdownlevel_node.dylib",
  linux: "libdownlevel_node.so",
  win32: "downlevel_node.dll",
};

const PACKAGE = path.join(__dirname, "../downlevel");
const MODULES = path.join(__dirname, "../node_modules");

const [profile = "debug"] = process.argv.slice(2);
const built = path.join(process.env.CARGO_TARGET_DIR || path.join(__dirname, "../../target"), profile);

put(path.join(built, LIBRARY[process.platform]), path.join(PACKAGE, addonFile(thisPlatform())));
put(path.join(built, commandFile(thisPlatform())), path.join(PACKAGE, commandFile(thisPlatform())));
writeHelpers();
if (fs.existsSync(MODULES)) {
  link("../downlevel", path.join(MODULES, "downlevel"));
  link("../../downlevel/bin/downlevel.js", path.join(MODULES, ".bin/downlevel"));
}

/** A process may have the old one loaded: what is written is a new file. */
function put(from, to) {
  fs.rmSync(to, { force: true });
  fs.copyFileSync(from, to);
}

/** They are the library's, and so not in the repository. */
function writeHelpers() {
  const { helpers } = require(PACKAGE);
  fs.writeFileSync(path.join(PACKAGE, "helpers.mjs"), helpers("esm"));
  fs.writeFileSync(path.join(PACKAGE, "helpers.js"), helpers("cjs"));
}

function link(to, from) {
  fs.rmSync(from, { force: true, recursive: true });
  fs.symlinkSync(to, from);
}
