import type { TransformOptions } from "../index.js";

interface Transformer {
  canInstrument: boolean;
  getCacheKey(source: string, filename: string, options: { instrument: boolean }): string;
  process(source: string, filename: string): { code: string; map: any };
  processAsync(source: string, filename: string): Promise<{ code: string; map: any }>;
}

declare const jest: Transformer & {
  /** What Jest calls with `transformerConfig`. */
  createTransformer(options?: Omit<TransformOptions, "filename">): Transformer;
};
export = jest;
