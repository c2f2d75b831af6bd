import downlevel from "downlevel/rolldown";

export default {
  input: "src/main.js",
  output: { dir: "dist", format: "iife", sourcemap: true, minify: true },
  plugins: [downlevel()],
};
