import { BundlerPlugin } from "../lib/plugin.js";

declare class DownlevelPlugin extends BundlerPlugin {}
export = DownlevelPlugin;
