import api from "./index.js";

export const {
  DownlevelError,
  check,
  checkSync,
  helpers,
  transform,
  transformFile,
  transformFileSync,
  transformSync,
  version,
} = api;
