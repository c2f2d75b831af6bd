// Loads the native addon: the one that was built here, or that of the package for this platform.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { addonFile, packageName, thisPlatform } = require("./platform.js");
const { version } = require("../package.json");

const platform = thisPlatform();

module.exports = load();

function load() {
  const local = path.join(__dirname, "..", addonFile(platform));
  if (fs.existsSync(local)) return require(local);
  let addon;
  try {
    addon = require(packageName(platform));
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
  if (addon.version() !== version) {
    throw new Error(
      `downlevel ${version} found ${packageName(platform)} of version ${addon.version()}. ` +
        "Both must be of one version: install downlevel again, and look for an `overrides` or a lock file that holds one of them back.",
    );
  }
  return addon;
}

function explain(error) {
  const name = packageName(platform);
  const isMissing = error.code === "MODULE_NOT_FOUND" && error.message.includes(name);
  if (!isMissing) return `downlevel: the package ${name} is there, but its addon cannot be loaded: ${error.message}`;
  const { optionalDependencies = {} } = require("../package.json");
  if (!(name in optionalDependencies)) {
    return (
      `downlevel has no build for this platform (${platform}). It is built for ` +
      `${Object.keys(optionalDependencies).map((each) => each.replace(packageName(""), "")).join(", ")}. ` +
      "With Rust installed, `cargo install downlevel` makes the command."
    );
  }
  return [
    `downlevel: the package ${name}, which holds the addon for this platform, is not installed. What may be the cause:`,
    "- npm loses optional packages when a lock file was written on another platform (https://github.com/npm/cli/issues/4828):",
    "  remove node_modules and package-lock.json, and run `npm install` again.",
    "- Optional packages were left out (`--omit=optional`, `--no-optional`): install without that.",
    "- node_modules was copied from another platform, as into a container: install inside of it.",
    `- To install just this one: npm install --save-optional ${name}@${version}`,
  ].join("\n");
}
