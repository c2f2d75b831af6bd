// The plugin of esbuild: its outputs are lowered before they are written.
//
// What is newer than ES2018 is left to esbuild, unless the build has a target of its own.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { HelperFile } = require("../lib/helper-file.js");
const { Plugin, hash } = require("../lib/plugin.js");

module.exports = (options) => ({
  name: "downlevel",
  setup(build) {
    const plugin = new Plugin("downlevel/esbuild", options);
    const { initialOptions } = build;
    if (plugin.isShared) assertSharable(plugin, initialOptions);
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
      const shared = plugin.isShared ? new HelperFile(initialOptions) : undefined;
      const { errors, warnings } = await lowerAll(plugin, result, folder, shared);
      if (errors.length === 0 && shared) await addHelpers(build, plugin, shared, result, folder);
      if (errors.length === 0 && isWritten) await write(result);
      return { errors, warnings };
    });
  },
});

/** Says at once what keeps outputs from loading a file of helpers. */
function assertSharable(plugin, initialOptions) {
  new HelperFile(initialOptions);
  const { modules = "preserve" } = plugin.options;
  if (modules === "preserve") return;
  throw new TypeError(
    `downlevel/esbuild: helpers are shared in the format of esbuild: \`modules: "${modules}"\` has to be left out, or \`helpers: "shared"\``,
  );
}

async function lowerAll(plugin, result, folder, shared) {
  const files = new Map(result.outputFiles.map((file) => [nameOf(file, folder), file]));
  const [errors, warnings] = [[], []];
  const one = async (name) => {
    try {
      warnings.push(...(await lower(plugin, name, files, shared)));
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

async function lower(plugin, name, files, shared) {
  const [file, mapFile] = [files.get(name), files.get(`${name}.map`)];
  const map = mapFile && JSON.parse(mapFile.text);
  const result = await plugin.lower({ name, code: file.text, map, options: shared?.optionsOf(name) });
  shared?.note(name, result.code);
  await plugin.assertEs5({ name, code: result.code, map: result.map });
  put(file, result.code);
  if (mapFile) put(mapFile, JSON.stringify(result.map));
  return result.warnings.map(message);
}

/** One more output: the helpers that the others load. */
async function addHelpers(build, plugin, shared, result, folder) {
  const text = await shared.make(build.esbuild);
  if (text === undefined) return;
  const name = shared.nameFor(text);
  await plugin.assertEs5({ name, code: text });
  const files = new Map(result.outputFiles.map((file) => [nameOf(file, folder), file]));
  for (const [user, named] of shared.users(text)) put(files.get(user), named(files.get(user).text));
  const file = { path: path.resolve(folder, name) };
  put(file, text);
  result.outputFiles.push(file);
  if (result.metafile) shared.tell(result.metafile, text);
}

/** Gives an output file another text. */
function put(file, text) {
  const contents = new TextEncoder().encode(text);
  Object.defineProperties(file, {
    contents: { value: contents, enumerable: true, writable: true, configurable: true },
    hash: { value: hash(text), enumerable: true, configurable: true },
    text: { get: () => new TextDecoder().decode(file.contents), enumerable: true, configurable: true },
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
