// With @vitejs/plugin-legacy, which makes a bundle of SystemJS for old browsers, only that bundle is lowered; without it,
// all is, but for what runs on a server.
"use strict";

const { rollupPlugin } = require("../lib/rollup.js");

module.exports = function downlevel(options) {
  let config;
  const hasLegacy = () => config.plugins.some(({ name }) => name === "vite:legacy-post-process");
  // This is how plugin-legacy itself tells its files.
  const isMeant = (name) => !config.build.ssr && (!hasLegacy() || name.includes("-legacy"));
  return {
    ...rollupPlugin("downlevel/vite", options, { isMeant }),
    apply: "build",
    enforce: "post",
    configResolved(resolved) {
      config = resolved;
    },
    buildStart() {
      if (options?.helpers === "shared" && hasLegacy() && outputs(config).length > 1) this.error(SHARED_BY_MODERN);
    },
  };
};

const SHARED_BY_MODERN =
  'downlevel/vite: `helpers: "shared"` lowers modules before they are bundled, and so the modern chunks as well. ' +
  "Give plugin-legacy `renderModernChunks: false`, or leave `helpers` out.";

/** plugin-legacy adds one for the legacy chunks. */
function outputs({ build }) {
  return [build.rolldownOptions?.output ?? build.rollupOptions?.output ?? {}].flat();
}
