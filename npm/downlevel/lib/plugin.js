// What all plugins share: a file of a bundle is lowered with its map, checked, and what is wrong with it is told with the
// module that brought it.
"use strict";

const crypto = require("node:crypto");
const path = require("node:path");
const addon = require("./addon.js");
const { DownlevelError, check, transform, transformSync, version } = require("./api.js");

/** The bundler knows these. */
const GIVEN = ["filename", "sourceMap", "inputSourceMap"];

/** What modules load their helpers from when there is one copy for all of them. */
const HELPERS = "downlevel/helpers";

const IS_JAVASCRIPT = /\.[cm]?js$/;

const MAP_COMMENT = /\n?\/\/[#@] sourceMappingURL=(\S+)\s*$/;

class Plugin {
  /**
   * @param {string} use how people name the plugin, as `downlevel/vite`
   * @param {object} options those of `transform`, `filter`, and `helpers: "shared"`
   */
  constructor(use, { filter, ...options } = {}) {
    const given = GIVEN.find((name) => name in options);
    if (given) throw new TypeError(`${use}: there is no option \`${given}\` here: the bundler knows it`);
    if (filter !== undefined && typeof filter !== "function") {
      throw new TypeError(`${use}: the option \`filter\` is a function that takes the name of a file`);
    }
    this.use = use;
    this.filter = filter || (() => true);
    this.isShared = options.helpers === "shared";
    this.options = this.isShared ? { ...options, helpers: "inline" } : options;
    this.moduleOptions = { ...this.options, helpers: { external: HELPERS } };
    // Says at once what is wrong with the options.
    transformSync("", this.options);
    /** Changes when the result of a source may change. */
    this.fingerprint = hash(JSON.stringify([use, version, options]));
  }

  /** Whether a file of the bundle is to be lowered. */
  takes(name) {
    return IS_JAVASCRIPT.test(name.replace(/\?.*$/, "")) && this.filter(name);
  }

  /**
   * Lowers a file of the bundle. What names its map at its end stays; a map that is held there is composed.
   *
   * @param {{ name: string, code: string, map?: object, modules?: () => Iterable<[string, string]>, options?: object }} file
   */
  async lower({ name, code, map, modules, options }) {
    const [, url] = code.match(MAP_COMMENT) || [];
    const isInline = url !== undefined && url.startsWith("data:");
    const result = await this.#transform(name, code, { map, isInline, modules, options });
    const lowered = result.map ? { ...result.map, ...carried(map, result.map) } : null;
    return {
      code: url === undefined ? result.code : `${result.code}//# sourceMappingURL=${isInline ? dataUrl(lowered) : url}\n`,
      map: map ? lowered : null,
      warnings: result.warnings.map((warning) => ({ ...warning, file: name })),
    };
  }

  async #transform(name, code, { map, isInline, modules, options }) {
    const sourceMap = Boolean(map) || isInline;
    try {
      // The sources of a map are named from where it is: beside the file.
      const place = { filename: path.basename(name), sourceMap, inputSourceMap: map || isInline };
      return await transform(code, { ...this.options, ...options, ...place });
    } catch (error) {
      throw error instanceof DownlevelError ? this.#explain(error, name, map, modules) : error;
    }
  }

  /** Throws if a file of the result is newer than ES5, but for `import` and `export` where modules are preserved. */
  async assertEs5({ name, code, map, modules }) {
    const all = await check(code, { filename: name, modules: this.options.modules }).catch((error) => {
      throw error instanceof DownlevelError ? this.#explain(error, name, map, modules) : error;
    });
    // What is in strings is the business of whoever runs them.
    const findings = all.filter(({ inString }) => !inString);
    if (findings.length === 0) return;
    const errors = findings.map((finding) => ({
      ...finding,
      severity: "error",
      code: "newer-than-es5",
      frame: excerpt(code, finding),
      related: [],
    }));
    throw this.#explain(new DownlevelError(errors), name, map, modules);
  }

  /** The same errors, with the module that each came from: by the map, or by looking at the modules one by one. */
  #explain(error, name, map, modules) {
    const json = map && JSON.stringify(map);
    const errors = error.errors.map((each) => {
      const origin = (json && addon.origin(json, each.line, each.utf16Column)) || culprit(each, modules);
      return { ...each, file: name, ...(origin && { origin }), message: origin ? `${each.message} (from ${at(origin)})` : each.message };
    });
    return new DownlevelError(errors);
  }

  /** Lowers a module before it is bundled; its helpers come from `downlevel/helpers`. Options that the user gave go before. */
  lowerModule(code, filename, { map, sourceMap, sourceType }) {
    return transform(code, { sourceType, ...this.moduleOptions, filename, sourceMap, inputSourceMap: map });
  }
}

/** The first module that has the same fault. */
function culprit({ code, message }, modules) {
  if (!modules) return undefined;
  for (const [source, text] of modules()) {
    try {
      transformSync(text);
    } catch (error) {
      const found = (error.errors || []).find((each) => each.code === code && each.message === message);
      if (found) return { source };
    }
  }
  return undefined;
}

function at({ source, line, column }) {
  return line === undefined ? source : `${source}:${line}:${column}`;
}

/** The place of a finding with what is around it: its line may be the whole bundle. */
function excerpt(code, { line, column, length }) {
  const text = code.split(/\r\n|[\n\r\u2028\u2029]/, line)[line - 1] || "";
  const start = Math.max(0, column - 41);
  return `${text.slice(start, start + 80)}\n${" ".repeat(column - 1 - start)}${"^".repeat(Math.min(length, 40))}`;
}

/** What a map says of itself and of its sources beside mappings. */
function carried(map, lowered) {
  const { file, debugId, ignoreList, x_google_ignoreList } = map || {};
  const ignored = ignoreList || x_google_ignoreList;
  const names = new Set((ignored || []).map((index) => map.sources[index]));
  const indices = lowered.sources.flatMap((source, index) => (names.has(source) ? [index] : []));
  return {
    ...(file && { file }),
    ...(debugId && { debugId }),
    ...(ignoreList && { ignoreList: indices }),
    ...(x_google_ignoreList && { x_google_ignoreList: indices }),
  };
}

function dataUrl(map) {
  return `data:application/json;charset=utf-8;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
}

function hash(text) {
  return crypto.createHash("sha256").update(text).digest("hex").slice(0, 16);
}

module.exports = { HELPERS, Plugin, hash };
