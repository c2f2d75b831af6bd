// Set by assignments of all kinds, in functions and at the top, under several names.
import * as ns from "./state.js";
import { n, a, rest, other, change } from "./state.js";
print(n, a, rest, other);
change();
print(n, a, rest, other, ns.n, ns.again);
export let x = 1;
export { x as y };
x++;
({ x } = { x: x + 1 });
[x = 5] = [];
for (x of [7]);
import * as self from "./input.js";
print(self.x, self.y);
