import type { RollupPlugin, RollupPluginOptions } from "../lib/plugin.js";

declare function downlevel(options?: RollupPluginOptions): RollupPlugin;
export = downlevel;
