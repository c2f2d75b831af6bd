// A loader for webpack and Rspack: modules are lowered one by one, and load their helpers from `downlevel/helpers`, so that
// a bundle holds one copy.
"use strict";

const path = require("node:path");
const { DownlevelError, transform } = require("../lib/api.js");

const HELPERS = path.join(__dirname, "../helpers.mjs");

module.exports = function loader(code, map) {
  const finish = this.async();
  lower(this, code, map).then(
    (result) => finish(null, result.code, result.map ?? undefined),
    (error) => finish(error instanceof DownlevelError ? told(error) : error),
  );
};

async function lower(context, code, map) {
  const options = { helpers: { external: pathOfHelpers(context) }, ...context.getOptions() };
  const result = await transform(code, {
    ...options,
    filename: context.resourcePath,
    sourceMap: Boolean(context.sourceMap),
    inputSourceMap: map || undefined,
  });
  for (const { frame } of result.warnings) context.emitWarning(new Error(frame));
  return result;
}

/** From the folder of the module, so that a build does not depend on where the project is; found in all package managers. */
function pathOfHelpers({ context, utils }) {
  return utils.contextify(context, HELPERS);
}

function told(error) {
  return new Error(error.errors.map(({ frame }) => frame).join("\n\n"), { cause: error });
}
