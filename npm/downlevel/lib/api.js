// The functions of the package. Each is a thin face of the addon, which does the work and knows the options.
"use strict";

const fs = require("node:fs");
const addon = require("./addon.js");
const { DownlevelError } = require("./error.js");
const inputMap = require("./input-map.js");

async function transform(code, options) {
  const call = prepare(code, options);
  const place = call.place();
  const named = place && (await inputMap.readAsync(place));
  let reply = await run(addon.transform, call, named);
  if (call.mapIsAtFault(named, reply)) reply = await run(addon.transform, call, undefined);
  return result(reply, call.warnings(place, named));
}

function transformSync(code, options) {
  const call = prepare(code, options);
  const place = call.place();
  const named = place && inputMap.readSync(place);
  let reply = run(addon.transformSync, call, named);
  if (call.mapIsAtFault(named, reply)) reply = run(addon.transformSync, call, undefined);
  return result(reply, call.warnings(place, named));
}

async function transformFile(path, options) {
  return transform(await fs.promises.readFile(path), { filename: nameOf(path), ...options });
}

function transformFileSync(path, options) {
  return transformSync(fs.readFileSync(path), { filename: nameOf(path), ...options });
}

async function check(code, options) {
  return findings(await run(addon.check, prepare(code, options)));
}

function checkSync(code, options) {
  return findings(run(addon.checkSync, prepare(code, options)));
}

function helpers(format = "esm") {
  const text = typeof format === "string" ? addon.helpers(format) : null;
  if (text === null || text === undefined) throw new TypeError(`helpers come as "esm" or "cjs", not as ${inspect(format)}`);
  return text;
}

/** What was given, made ready for the addon. */
function prepare(code, options = {}) {
  if (typeof code !== "string" && !(code instanceof Uint8Array)) {
    throw new TypeError(`the code to be lowered is a string or the bytes of a file, not ${inspect(code)}`);
  }
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`the options are an object, not ${inspect(options)}`);
  }
  return new Call(code, options);
}

class Call {
  constructor(code, { inputSourceMap, ...options }) {
    this.code = code;
    this.options = options;
    this.takesNamedMap = inputSourceMap === true;
    if (typeof inputSourceMap === "string") this.options.inputSourceMap = inputSourceMap;
    else if (isMap(inputSourceMap)) this.options.inputSourceMap = JSON.stringify(inputSourceMap);
    else if (![true, false, null, undefined].includes(inputSourceMap)) {
      throw new TypeError(
        `option \`inputSourceMap\`: a source map as an object or as JSON, or true, not ${inspect(inputSourceMap)}`,
      );
    }
  }

  /** Where the map is that the source names, if it is to be taken. */
  place() {
    if (!this.takesNamedMap || !this.options.sourceMap) return undefined;
    return inputMap.locate(this.text(), this.filename());
  }

  text() {
    return typeof this.code === "string" ? this.code : Buffer.from(this.code).toString();
  }

  filename() {
    return typeof this.options.filename === "string" ? this.options.filename : "input.js";
  }

  /** Whether the map that the source names is one that nobody can read. Notes why. */
  mapIsAtFault(named, reply) {
    if (!named || named.json === undefined || !reply.errors) return false;
    const error = JSON.parse(reply.errors).find(({ code }) => code === "input-source-map");
    if (error) named.reason = error.message.slice(error.message.indexOf(": ") + 2);
    return Boolean(error);
  }

  warnings(place, named) {
    if (!named || !named.reason) return [];
    return [inputMap.unreadable(this.text(), this.filename(), place.url, named.reason)];
  }
}

function isMap(value) {
  return typeof value === "object" && value !== null;
}

/** Calls the addon. What it says of wrong options becomes a TypeError. */
function run(work, { code, options }, named) {
  const all = named && named.json !== undefined ? { ...options, inputSourceMap: named.json } : options;
  try {
    return work(code, JSON.stringify(all, plain));
  } catch (error) {
    throw error.code === "InvalidArg" ? new TypeError(error.message) : error;
  }
}

/** `JSON.stringify` would leave these out in silence. */
function plain(key, value) {
  if (["function", "symbol", "bigint"].includes(typeof value)) {
    throw new TypeError(`option \`${key}\` cannot be a ${typeof value}`);
  }
  return value;
}

function result({ code, map, requiredBuiltins, warnings, errors }, moreWarnings) {
  if (errors) throw new DownlevelError(JSON.parse(errors));
  return {
    code,
    map: map ? JSON.parse(map) : null,
    warnings: moreWarnings.concat(warnings ? JSON.parse(warnings) : []),
    requiredBuiltins,
  };
}

function findings({ findings, errors }) {
  if (errors) throw new DownlevelError(JSON.parse(errors));
  return JSON.parse(findings);
}

function nameOf(path) {
  return path instanceof URL ? require("node:url").fileURLToPath(path) : String(path);
}

function inspect(value) {
  return require("node:util").inspect(value, { depth: 0 });
}

module.exports = {
  DownlevelError,
  check,
  checkSync,
  helpers,
  transform,
  transformFile,
  transformFileSync,
  transformSync,
  version: addon.version(),
};
