// Packs the package `downlevel` and the package for this platform, as they are published: two tarballs in target/npm. What
// `place.js` has placed is what goes in.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");
const { addonFile, commandFile, packageName, thisPlatform } = require("../downlevel/lib/platform.js");
const main = require("../downlevel/package.json");

const ROOT = path.join(__dirname, "../..");
const TARGET = process.env.CARGO_TARGET_DIR || path.join(ROOT, "target");
const MAIN = path.join(__dirname, "../downlevel");

/** Returns the paths of the tarballs: that of the package, that of the platform. */
function packAll() {
  const folder = path.join(TARGET, "npm");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(path.join(ROOT, "LICENSE"), path.join(MAIN, "LICENSE"));
  return [MAIN, platformPackage(folder)].map((each) => pack(each, folder));
}

/** Makes the package that carries the addon and the command. */
function platformPackage(folder) {
  const platform = thisPlatform();
  const made = path.join(folder, platform);
  fs.mkdirSync(made);
  const description = describe(platform);
  fs.writeFileSync(path.join(made, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
  fs.writeFileSync(path.join(made, "README.md"), `The addon and the command of [downlevel](https://www.npmjs.com/package/downlevel) for ${platform}.\n`);
  fs.copyFileSync(path.join(ROOT, "LICENSE"), path.join(made, "LICENSE"));
  for (const file of description.files) fs.copyFileSync(path.join(MAIN, file), path.join(made, file));
  return made;
}

function describe(platform) {
  const [os, cpu, library] = platform.split("-");
  return {
    name: packageName(platform),
    version: main.version,
    description: `downlevel for ${platform}`,
    license: main.license,
    engines: main.engines,
    os: [os],
    cpu: [cpu],
    ...(os === "linux" && { libc: [library === "musl" ? "musl" : "glibc"] }),
    main: addonFile(platform),
    files: [addonFile(platform), commandFile(platform)],
  };
}

function pack(folder, into) {
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const answer = JSON.parse(output);
  const [{ filename }] = Array.isArray(answer) ? answer : Object.values(answer);
  return path.join(into, filename.replace(/^@/, "").replace("/", "-"));
}

if (require.main === module) console.log(packAll().join("\n"));

module.exports = { describe, packAll };
