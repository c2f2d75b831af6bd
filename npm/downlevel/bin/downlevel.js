#!/usr/bin/env node
// Runs the command of the package for this platform, with the same arguments, streams and exit code.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const { commandFile, packageName, thisPlatform } = require("../lib/platform.js");

const platform = thisPlatform();
const { error, status, signal } = spawnSync(find(), process.argv.slice(2), { stdio: "inherit" });
if (error) throw error;
if (signal) process.kill(process.pid, signal);
else process.exitCode = status;

function find() {
  const local = path.join(__dirname, "..", commandFile(platform));
  if (fs.existsSync(local)) return local;
  try {
    return require.resolve(`${packageName(platform)}/${commandFile(platform)}`);
  } catch {
    require("../lib/addon.js"); // says what is wrong, and what to do
    throw new Error(`downlevel: ${packageName(platform)} holds no command`);
  }
}
