import type { TransformOptions } from "../index.js";

declare namespace loader {
  /** The options of the loader. Helpers come from `downlevel/helpers` unless told otherwise. */
  type Options = Omit<TransformOptions, "filename" | "sourceMap" | "inputSourceMap">;
}

declare function loader(this: any, code: string, map?: any): void;
export = loader;
