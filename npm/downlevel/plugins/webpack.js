"use strict";

const { DownlevelPlugin } = require("../lib/webpack.js");

module.exports = class extends DownlevelPlugin {
  constructor(options) {
    super("downlevel/webpack", options);
  }
};
