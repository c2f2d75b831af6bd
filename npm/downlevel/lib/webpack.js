// The plugin of webpack and Rspack.
//
// Assets are lowered before the minimizer, which makes helpers and code small together and, told by `target` that the
// result is for ES5, puts nothing newer back. What comes out in the end is checked. A rule that is easy to miss: with
// `devtool: "eval"`, modules are strings, and nobody lowers strings.
"use strict";

const { Plugin, hash } = require("./plugin.js");

const NAME = "DownlevelPlugin";

class DownlevelPlugin {
  /** What lowering made of a source, by both: what did not change is not lowered again while watching. */
  #lowered = new Map();

  constructor(use, options) {
    this.plugin = new Plugin(use, options);
    if (this.plugin.isShared) throw new TypeError(`${use}: helpers are shared by \`downlevel/loader\``);
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => this.#join(compiler, compilation));
  }

  #join({ webpack, options }, compilation) {
    const { Compilation, WebpackError, javascript } = webpack;
    const wantsMap = hasSourceMap(webpack, options);
    const fail = (error, name) => {
      const told = new WebpackError(`${this.plugin.use}: ${error.message}${frameOf(error)}`);
      told.file = name;
      compilation.errors.push(told);
    };
    javascript.JavascriptModulesPlugin.getCompilationHooks(compilation).chunkHash.tap(NAME, (_, digest) => {
      digest.update(this.plugin.fingerprint);
    });
    compilation.hooks.processAssets.tapPromise(
      { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_COMPATIBILITY },
      async () => {
        await this.#each(compilation, fail, (name) => this.#lower(webpack, compilation, name, wantsMap));
        this.#forget(compilation);
      },
    );
    compilation.hooks.processAssets.tapPromise({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, () =>
      this.#each(compilation, fail, (name) => this.#check(compilation, name, options)),
    );
  }

  async #each(compilation, fail, work) {
    const names = Object.keys(compilation.assets).filter((name) => this.plugin.takes(name));
    const one = (name) => work(name).catch((error) => fail(error, name));
    await Promise.all(names.map(one));
  }

  async #lower(webpack, compilation, name, wantsMap) {
    const { source } = compilation.getAsset(name);
    const { source: code, map } = wantsMap ? source.sourceAndMap() : { source: source.source(), map: null };
    const result = await this.#lowerOnce(compilation, { name, code: String(code), map, modules: () => modulesOf(compilation, name) });
    compilation.warnings.push(...result.warnings.map((warning) => new webpack.WebpackError(`${name}: ${warning.message}`)));
    const { RawSource, SourceMapSource } = webpack.sources;
    const lowered = result.map ? new SourceMapSource(result.code, name, result.map) : new RawSource(result.code);
    compilation.updateAsset(name, lowered, (info) => ({ ...info, downleveled: true }));
  }

  /** From the cache of the last build, on the disk if the bundler keeps one there; else lowers. */
  async #lowerOnce(compilation, file) {
    const key = hash(`${this.plugin.fingerprint}\0${file.name}\0${JSON.stringify(file.map)}\0${file.code}`);
    const stored = compilation.getCache?.(NAME).getItemCache(file.name, key);
    const known = this.#lowered.get(file.name);
    if (known?.key === key) return known.result;
    const result = (await stored?.getPromise()) ?? (await this.plugin.lower(file));
    this.#lowered.set(file.name, { key, result });
    await stored?.storePromise(result);
    return result;
  }

  /** Names have hashes: what is no file of this build will not come again. */
  #forget({ assets }) {
    for (const name of this.#lowered.keys()) if (!(name in assets)) this.#lowered.delete(name);
  }

  async #check(compilation, name, { devtool }) {
    if (typeof devtool === "string" && devtool.includes("eval")) {
      throw new Error(
        `\`devtool: "${devtool}"\` puts modules into strings, which cannot be lowered: use \`devtool: "source-map"\`, or \`false\``,
      );
    }
    const code = String(compilation.getAsset(name).source.source());
    await this.plugin.assertEs5({ name, code, modules: () => modulesOf(compilation, name) }).catch((error) => {
      const [first] = error.errors ?? [];
      if (first?.code === "newer-than-es5") error.message += TARGET;
      throw error;
    });
  }
}

const TARGET =
  "\nIt was put there after downlevel: give the bundler `target: [\"web\", \"es5\"]`, by which its minimizer knows what is allowed; " +
  "give a minimizer of your own the same.";

function hasSourceMap({ SourceMapDevToolPlugin }, { devtool, plugins }) {
  const isSourceMap = typeof devtool === "string" && devtool.includes("source-map");
  return isSourceMap || plugins.some((plugin) => SourceMapDevToolPlugin && plugin instanceof SourceMapDevToolPlugin);
}

/** The modules of the chunks that a file is of. */
function* modulesOf(compilation, name) {
  const { chunks, chunkGraph } = compilation;
  for (const chunk of chunks) {
    if (!chunk.files.has(name)) continue;
    for (const module of chunkGraph.getChunkModules(chunk)) {
      for (const one of module.modules ?? [module]) {
        const source = one.originalSource?.();
        if (source) yield [one.resource ?? one.identifier(), String(source.source())];
      }
    }
  }
}

function frameOf(error) {
  const [first] = error.errors ?? [];
  return first ? `\n${first.frame}` : "";
}

module.exports = { DownlevelPlugin };
