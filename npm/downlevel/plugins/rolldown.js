"use strict";

const { rollupPlugin } = require("../lib/rollup.js");

module.exports = (options) => rollupPlugin("downlevel/rolldown", options);
