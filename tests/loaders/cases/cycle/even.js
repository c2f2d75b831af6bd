import { isOdd } from "./input.js";
export function isEven(n) { return n === 0 ? true : isOdd(n - 1); }
export const early = typeof isOdd;
