const Downlevel = require("downlevel/webpack");

module.exports = {
  mode: "production",
  entry: "./src/main.js",
  // By this, the runtime and the minimizer of webpack are ES5 as well.
  target: ["web", "es5"],
  devtool: "source-map",
  plugins: [new Downlevel()],
};
