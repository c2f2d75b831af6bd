import downlevel from "downlevel/rollup";

export default {
  input: "src/main.js",
  output: { dir: "dist", format: "iife", sourcemap: true },
  plugins: [downlevel()],
};
