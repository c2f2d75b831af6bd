import downlevel from "downlevel/rollup";

const output = (format, extension) => ({
  dir: "dist",
  format,
  sourcemap: true,
  name: "library",
  entryFileNames: `[name].${extension}`,
});

export default {
  input: "src/index.js",
  output: [output("es", "mjs"), output("cjs", "cjs"), output("iife", "js")],
  plugins: [downlevel()],
};
