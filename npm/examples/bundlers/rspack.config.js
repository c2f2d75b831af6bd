const Downlevel = require("downlevel/rspack");

module.exports = {
  mode: "production",
  entry: "./src/main.js",
  // By this, the runtime and the minimizer of Rspack are ES5 as well.
  target: ["web", "es5"],
  devtool: "source-map",
  plugins: [new Downlevel()],
};
