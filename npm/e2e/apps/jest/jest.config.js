module.exports = {
  cacheDirectory: "<rootDir>/.cache",
  transform: { "\\.js$": ["downlevel/jest", { assumptions: { iterableIsArray: true } }] },
};
