import { isEven } from "./even.js";
export function isOdd(n) { return n === 0 ? false : isEven(n - 1); }
print(isEven(4), isOdd(4));
import { early } from "./even.js";
print(early);
