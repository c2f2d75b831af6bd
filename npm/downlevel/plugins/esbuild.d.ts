import type { PluginOptions } from "../lib/plugin.js";

declare function downlevel(options?: PluginOptions): { name: string; setup(build: any): void };
export = downlevel;
