import { value, later } from "./slow.js";
print("input", value, later());
for (const word of ["a", "b"]) print(await Promise.resolve(word));
for await (const item of [Promise.resolve(1), 2]) print(item);
export let caught = "none";
try { await Promise.reject(new RangeError()); } catch (error) { caught = error.name; }
import * as self from "./input.js";
print(self.caught);
const loops = [];
for (let i = await 0; i < 2; i++) { loops.push(() => i); await null; }
print(loops.map((f) => f()).join());
