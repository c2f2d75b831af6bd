// A transformer for Jest: tests run on what ships.
"use strict";

const { transform, transformSync, version } = require("../lib/api.js");
const { hash } = require("../lib/plugin.js");

/** @param {object} given `transformerConfig` of Jest: options of `transform` */
function createTransformer(given = {}) {
  const options = (filename) => ({ modules: "commonjs", sourceMap: true, ...given, filename });
  const processed = ({ code, map }) => ({ code, map });
  return {
    canInstrument: false,
    getCacheKey: (source, filename, { instrument }) =>
      hash(JSON.stringify([version, given, filename, Boolean(instrument), source])),
    process: (source, filename) => processed(transformSync(source, options(filename))),
    processAsync: async (source, filename) => processed(await transform(source, options(filename))),
  };
}

module.exports = { ...createTransformer(), createTransformer };
