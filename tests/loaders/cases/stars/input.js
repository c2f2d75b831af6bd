export * from "./a.js";
export * from "./b.js";
export const own = "own";
import * as self from "./input.js";
print(Object.keys(self).filter((name) => name !== "__esModule").sort().join(), self.own, self.a, self.b);
import { bump, a } from "./a.js";
bump();
print(self.a, a);
