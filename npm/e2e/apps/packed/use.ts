// Uses every export with its types, as ES module (use.mts) and as CommonJS (use.cts).
import {
  DownlevelError,
  check,
  checkSync,
  helpers,
  transform,
  transformFile,
  transformFileSync,
  transformSync,
  version,
  type Assumptions,
  type Diagnostic,
  type Finding,
  type Place,
  type SourceMap,
  type TransformOptions,
  type TransformResult,
} from "downlevel";
import esbuild = require("downlevel/esbuild");
import jest = require("downlevel/jest");
import loader = require("downlevel/loader");
import rolldown = require("downlevel/rolldown");
import rollup = require("downlevel/rollup");
import Rspack = require("downlevel/rspack");
import vite = require("downlevel/vite");
import Webpack = require("downlevel/webpack");
import "downlevel/helpers";

const assumptions: Assumptions = { iterableIsArray: true };
const options: TransformOptions = { filename: "a.js", sourceMap: true, helpers: { external: "downlevel/helpers" }, assumptions };
const result: TransformResult = transformSync("f(...xs)", options);
const map: SourceMap | null = result.map;
const mappings: string | undefined = result.map?.mappings;

export async function useAll(): Promise<string[]> {
  try {
    const again: TransformResult = await transform(new Uint8Array(), { ...options, inputSourceMap: map });
    const files = [transformFileSync("a.js"), await transformFile(new URL("file:///a.js"), { inputSourceMap: true })];
    const findings: Finding[] = [...checkSync("a"), ...(await check("a"))];
    const edition: number | undefined = findings[0]?.edition;
    return [again.code, ...files.flatMap(({ requiredBuiltins }) => requiredBuiltins), helpers("cjs"), helpers(), version, `${edition}`, mappings ?? ""];
  } catch (error) {
    if (!(error instanceof DownlevelError)) throw error;
    const [first]: Diagnostic[] = error.errors;
    const related: Place[] = first?.related ?? [];
    return [first?.frame ?? "", first?.advice ?? "", ...related.map(({ note }) => note ?? "")];
  }
}

export const plugins = [
  vite({ helpers: "shared" }),
  rollup({ filter: (file) => file.endsWith(".js") }),
  rolldown(),
  esbuild({ helpers: "shared" }),
  new Webpack({ assumptions }),
  new Rspack(),
  loader,
  jest.createTransformer({ assumptions }),
];

// @ts-expect-error there is no such option
transformSync("", { sourcemap: true });
// @ts-expect-error the bundler knows it
vite({ sourceMap: true });
// @ts-expect-error the plugin of webpack cannot share helpers, its loader does
new Webpack({ helpers: "shared" });
