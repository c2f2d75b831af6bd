// The plugins are what the types of the bundlers ask for.
import { build } from "esbuild";
import type { Configuration as RspackConfiguration } from "@rspack/core";
import type { RolldownOptions } from "rolldown";
import type { RollupOptions } from "rollup";
import { defineConfig } from "vite";
import type { Configuration } from "webpack";
import esbuild from "downlevel/esbuild";
import rolldown from "downlevel/rolldown";
import rollup from "downlevel/rollup";
import Rspack from "downlevel/rspack";
import vite from "downlevel/vite";
import Webpack from "downlevel/webpack";

export const forVite = defineConfig({ plugins: [vite({ spec: true })] });
export const forRollup: RollupOptions = { plugins: [rollup()], output: { plugins: [rollup()] } };
export const forRolldown: RolldownOptions = { plugins: [rolldown()] };
export const forWebpack: Configuration = { plugins: [new Webpack()] };
export const forRspack: RspackConfiguration = { plugins: [new Rspack()] };
export const forEsbuild = build({ plugins: [esbuild({ helpers: "shared" })] });
