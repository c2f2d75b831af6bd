module.exports = {
  transform: { "\\.js$": ["downlevel/jest", { assumptions: { iterableIsArray: true } }] },
};
