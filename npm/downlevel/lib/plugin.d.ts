import type { TransformOptions } from "../index.js";

/** What all plugins take: the options of `transform` that the bundler does not know itself, and these. */
export interface PluginOptions extends Omit<TransformOptions, "filename" | "sourceMap" | "inputSourceMap"> {
  /** Which files of the bundle are lowered, by name. Default: all that end in `.js`, `.cjs` or `.mjs`. */
  filter?: (file: string) => boolean;
}

/** What the plugins of Rollup, Rolldown and Vite take. */
export interface RollupPluginOptions extends Omit<PluginOptions, "helpers"> {
  /**
   * Where the runtime helpers come from. Default: `"inline"`: each chunk carries those it uses. With `"shared"`, modules
   * are lowered before they are bundled and load their helpers from one module, so that there is one copy for all chunks.
   */
  helpers?: TransformOptions["helpers"] | "shared";
}

/** What the plugin of esbuild takes. */
export interface EsbuildPluginOptions extends Omit<PluginOptions, "helpers"> {
  /**
   * Where the runtime helpers come from. Default: `"inline"`: each output carries those it uses. With `"shared"`, outputs in
   * the formats `esm` and `cjs` load them from one more output, which has those that any of them uses.
   */
  helpers?: TransformOptions["helpers"] | "shared";
}

/** A plugin of Rollup, Rolldown or Vite. */
export interface RollupPlugin {
  name: string;
}

/** A plugin of webpack or Rspack. */
export declare class BundlerPlugin {
  constructor(options?: PluginOptions);
  apply(compiler: any): void;
}
