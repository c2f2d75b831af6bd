// The plugin of Rollup, Rolldown and Vite.
//
// Chunks are lowered when the bundle is whole, after all other plugins: minifiers put newer syntax back, and chunks that
// a plugin emits by itself pass no other hook. By then a map is an asset and the code names it: both are written anew.
"use strict";

const { helpers } = require("./api.js");
const { HELPERS, Plugin } = require("./plugin.js");

const RESOLVED = `\0${HELPERS}`;

/**
 * @param {string} use how people name the plugin
 * @param {object} options those of the user
 * @param {{ isMeant?: (name: string) => boolean }} host which files of a bundle are meant
 */
function rollupPlugin(use, options, { isMeant = () => true } = {}) {
  const plugin = new Plugin(use, options);
  const takes = (name) => plugin.takes(name) && isMeant(name);
  return {
    name: "downlevel",
    augmentChunkHash: () => plugin.fingerprint,
    ...(plugin.isShared && sharedHelpers(plugin)),
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => takes(fileName));
        try {
          await Promise.all(files.map((file) => lower(this, plugin, file, bundle)));
        } catch (error) {
          this.error(told(error));
        }
      },
    },
  };
}

async function lower(context, plugin, file, bundle) {
  const isChunk = file.type === "chunk";
  const mapAsset = isChunk && bundle[file.sourcemapFileName || `${file.fileName}.map`];
  const code = isChunk ? file.code : textOf(file.source);
  const map = isChunk && (file.map || (mapAsset && JSON.parse(textOf(mapAsset.source))));
  const given = { name: file.fileName, code, map, modules: () => modulesOf(file) };
  const result = await plugin.lower(given);
  await plugin.assertEs5({ ...given, code: result.code, map: result.map });
  result.warnings.forEach((warning) => context.warn(`${warning.file}: ${warning.message}\n${warning.frame}`));
  if (!isChunk) {
    file.source = result.code;
    return;
  }
  file.code = result.code;
  if (!result.map) return;
  if (file.map) file.map = withMethods(result.map);
  if (mapAsset) mapAsset.source = JSON.stringify(result.map);
}

/** One copy of the helpers: modules are lowered before they are bundled, and load their helpers from a module. */
function sharedHelpers(plugin) {
  return {
    resolveId: { order: "pre", handler: (source) => (source === HELPERS ? RESOLVED : null) },
    load: (id) => (id === RESOLVED ? { code: helpers("esm"), moduleSideEffects: false } : null),
    transform: {
      order: "post",
      async handler(code, id, about) {
        if (id === RESOLVED || (about && about.moduleType && about.moduleType !== "js")) return null;
        const file = id.replace(/\?.*$/, "");
        const sourceType = isCommonJs(this.meta, file, code) ? undefined : "module";
        const result = await plugin.lowerModule(code, file, { sourceMap: true, sourceType });
        return { code: result.code, map: result.map };
      },
    },
  };
}

/**
 * Whether a file may be CommonJS, which Rolldown bundles by itself; for Rollup, plugins have made modules of it. All others are
 * modules, also without `import` and `export`: they load their helpers by `import`, where `require` would do for scripts.
 */
function isCommonJs({ rolldownVersion }, file, code) {
  return Boolean(rolldownVersion) && (file.endsWith(".cjs") || /\b(?:module|exports|require)\b/.test(code));
}

function* modulesOf({ modules = {} }) {
  for (const [id, { code }] of Object.entries(modules)) if (code) yield [id, code];
}

function textOf(source) {
  return typeof source === "string" ? source : Buffer.from(source).toString();
}

/** As Rollup's own maps have them. */
function withMethods(map) {
  const json = JSON.stringify(map);
  const url = `data:application/json;charset=utf-8;base64,${Buffer.from(json).toString("base64")}`;
  return Object.defineProperties(map, { toString: { value: () => json }, toUrl: { value: () => url } });
}

/** An error as Rollup and Vite show them. */
function told(error) {
  const [first] = error.errors || [];
  if (!first) return error;
  const { file, line, column, frame } = first;
  return { message: error.message, frame, loc: { file, line, column: column - 1 }, cause: error };
}

module.exports = { rollupPlugin };
