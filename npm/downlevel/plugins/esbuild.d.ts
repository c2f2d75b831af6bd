import type { EsbuildPluginOptions } from "../lib/plugin.js";

declare function downlevel(options?: EsbuildPluginOptions): { name: string; setup(build: any): void };
export = downlevel;
