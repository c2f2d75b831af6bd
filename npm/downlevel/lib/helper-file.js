// The file from which all outputs of an esbuild build load their helpers.
//
// esbuild has named its outputs by then, and splits nothing any more: the file is one more output, made of what the lowered
// outputs import. A rule that is easy to miss: its name may hold its hash, which is known only after all others are lowered.
// They name it with a mark as long as the hash, so that columns in their maps stay true.
"use strict";

const path = require("node:path");
const { helpers } = require("./api.js");
const { hash } = require("./plugin.js");

const MARK = "DL0HASH0";

/** What a file in each format is, and how it names a helper of the file `url`. */
const FORMATS = {
  esm: {
    sourceType: "module",
    kind: "import-statement",
    names: (code, url) =>
      [...code.matchAll(new RegExp(`^import ?\\{([^}]*)\\} ?from ?${url};`, "gm"))].flatMap(([, list]) =>
        list.split(",").map((each) => each.trim().split(" ")[0]),
      ),
  },
  cjs: {
    sourceType: "commonjs",
    kind: "require-call",
    names: (code, url) => [...code.matchAll(new RegExp(`\\brequire\\(${url}\\)\\.(\\w+)`, "g"))].map(([, name]) => name),
  },
};

class HelperFile {
  #names = new Set();
  /** The outputs that load helpers: the name of each, and how it names this file. */
  #users = new Map();

  /** @param {object} options those of the build */
  constructor(options) {
    this.options = options;
    this.format = formatOf(options);
    const { absWorkingDir = process.cwd(), outdir, outfile, chunkNames = "[name]-[hash]", outExtension } = options;
    const folder = path.relative(absWorkingDir, path.resolve(absWorkingDir, outdir ?? path.dirname(outfile ?? ".")));
    const extension = outExtension?.[".js"] ?? ".js";
    const name = chunkNames.replaceAll("[name]", "downlevel-helpers").replaceAll("[ext]", "js").replaceAll("[hash]", MARK);
    this.marked = path.posix.join(folder.split(path.sep).join("/"), `${name}${extension}`);
  }

  /** The options that make the output `name` load its helpers from here. */
  optionsOf(name) {
    return { sourceType: FORMATS[this.format].sourceType, helpers: { external: this.#urlFrom(name) } };
  }

  #urlFrom(name) {
    const between = path.posix.relative(path.posix.dirname(name), this.marked);
    return between.startsWith(".") ? between : `./${between}`;
  }

  /** Notes which helpers the lowered output `name` loads. */
  note(name, code) {
    const url = JSON.stringify(this.#urlFrom(name)).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const names = FORMATS[this.format].names(code, url);
    if (names.length === 0) return;
    names.forEach((each) => this.#names.add(each));
    this.#users.set(name, this.#urlFrom(name));
  }

  /** The file, with the helpers that were noted and no others; undefined if none were. */
  async make(esbuild) {
    if (this.#names.size === 0) return undefined;
    const { minify, minifyWhitespace, minifyIdentifiers, minifySyntax, charset, lineLimit } = this.options;
    const shape = { minify, minifyWhitespace, minifyIdentifiers, minifySyntax, charset, lineLimit };
    const contents = helpers("esm").replace(/^export \{ \w+ as (\w+) \};\n/gm, (line, name) => (this.#names.has(name) ? line : ""));
    const { outputFiles } = await esbuild.build({
      ...defined(shape),
      stdin: { contents },
      bundle: true,
      format: this.format,
      logLevel: "silent",
      target: "es5",
      write: false,
    });
    return outputFiles[0].text;
  }

  /** The name of the file, which may have the hash of its text. */
  nameFor(text) {
    return this.#named(this.marked, text);
  }

  #named(marked, text) {
    return marked.split(MARK).join(hash(text).slice(0, MARK.length).toUpperCase());
  }

  /** The outputs that load this file, each with what its code becomes. */
  *users(text) {
    for (const [name, url] of this.#users) {
      yield [name, (code) => code.split(JSON.stringify(url)).join(JSON.stringify(this.#named(url, text)))];
    }
  }

  /** Tells the metafile of the file and of who imports it. */
  tell({ outputs }, text) {
    const [name, kind] = [this.nameFor(text), FORMATS[this.format].kind];
    outputs[name] = { imports: [], exports: this.format === "esm" ? [...this.#names].sort() : [], inputs: {}, bytes: Buffer.byteLength(text) };
    for (const user of this.#users.keys()) outputs[user]?.imports.push({ path: name, kind });
  }
}

/** The format of the outputs. Throws where outputs cannot load a file of helpers. */
function formatOf({ format, bundle, platform }) {
  const meant = format ?? (bundle ? { node: "cjs", neutral: "esm" }[platform] ?? "iife" : undefined);
  if (meant in FORMATS) return meant;
  const why = meant === "iife" ? "a script (`format: \"iife\"`) cannot import a file" : "without a format, esbuild leaves files as they are";
  throw new TypeError(
    `downlevel/esbuild: helpers cannot be shared: ${why}. Give esbuild \`format: "esm"\` (with \`splitting: true\`) or \`format: "cjs"\`, ` +
      "or leave `helpers` out, so that each file carries those it uses",
  );
}

function defined(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

module.exports = { HelperFile };
