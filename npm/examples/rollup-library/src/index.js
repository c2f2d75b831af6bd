export { Shape, Square } from "./shapes.js";
export * from "./numbers.js";
export const version = "1.0.0";
