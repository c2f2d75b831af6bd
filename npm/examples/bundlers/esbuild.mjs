import { build } from "esbuild";
import downlevel from "downlevel/esbuild";

await build({
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  sourcemap: true,
  outdir: "dist",
  plugins: [downlevel()],
});
