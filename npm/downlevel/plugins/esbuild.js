// The plugin of esbuild: its outputs are lowered before they are written.
//
// What is newer than ES2018 is left to esbuild, unless the build has a target of its own.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { Plugin, hash } = require("../lib/plugin.js");

module.exports = (options) => ({
  name: "downlevel",
  setup(build) {
    const plugin = new Plugin("downlevel/esbuild", options);
    if (plugin.isShared) throw new TypeError(`downlevel/esbuild: ${NOT_SHARED}`);
    const { initialOptions } = build;
    const { write: given } = initialOptions;
    const isWritten = given !== false;
    initialOptions.write = false;
    // The options are the caller's own object, who may build with them again; esbuild has read them when it starts.
    build.onStart(() => {
      initialOptions.write = given;
    });
    initialOptions.target ??= "es2018";
    build.onEnd(async (result) => {
      if (result.errors.length > 0 || !result.outputFiles) return;
      const folder = initialOptions.absWorkingDir ?? process.cwd();
      const { errors, warnings } = await lowerAll(plugin, result, folder);
      if (errors.length === 0 && isWritten) await write(result);
      return { errors, warnings };
    });
  },
});

const NOT_SHARED = "helpers cannot be shared: esbuild shows its plugins no module as it is after TypeScript and JSX";

async function lowerAll(plugin, result, folder) {
  const files = new Map(result.outputFiles.map((file) => [nameOf(file, folder), file]));
  const [errors, warnings] = [[], []];
  const one = async (name) => {
    try {
      warnings.push(...(await lower(plugin, name, files)));
    } catch (error) {
      if (!error.errors) throw error;
      errors.push(...error.errors.map(message));
    }
  };
  await Promise.all([...files.keys()].filter((name) => plugin.takes(name)).map(one));
  mendSizes(result.metafile, files);
  return { errors, warnings };
}

/** As the metafile has it. */
function nameOf(file, folder) {
  return path.relative(folder, file.path).split(path.sep).join("/");
}

async function lower(plugin, name, files) {
  const [file, mapFile] = [files.get(name), files.get(`${name}.map`)];
  const map = mapFile && JSON.parse(mapFile.text);
  const result = await plugin.lower({ name, code: file.text, map });
  await plugin.assertEs5({ name, code: result.code, map: result.map });
  put(file, result.code);
  if (mapFile) put(mapFile, JSON.stringify(result.map));
  return result.warnings.map(message);
}

/** Gives an output file another text. */
function put(file, text) {
  const contents = new TextEncoder().encode(text);
  Object.defineProperties(file, {
    contents: { value: contents, enumerable: true, writable: true },
    hash: { value: hash(text), enumerable: true },
    text: { get: () => new TextDecoder().decode(file.contents), enumerable: true },
  });
}

function mendSizes(metafile, files) {
  for (const [name, output] of Object.entries(metafile?.outputs ?? {})) {
    if (files.has(name)) output.bytes = files.get(name).contents.length;
  }
}

async function write(result) {
  for (const file of result.outputFiles) {
    await fs.promises.mkdir(path.dirname(file.path), { recursive: true });
    await fs.promises.writeFile(file.path, file.contents);
  }
  delete result.outputFiles;
}

/** A diagnostic as esbuild has them. */
function message({ message, advice, file, line, column, length }) {
  const location = { file, line, column: column - 1, length };
  return { text: message, location, notes: advice ? [{ text: advice }] : [] };
}
