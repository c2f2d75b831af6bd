import { fail, sum } from "./sum.js";

test("the code under test is ES5", () => {
  expect(sum(...[1, 2, 3])).toBe(6);
  expect(sum.toString()).not.toMatch(/=>|\.\.\./);
});

test("options reach downlevel", () => {
  const spread = (xs) => sum(...xs);
  expect(spread.toString()).toMatch(/apply\([^)]*, xs\)/);
});

test("stacks lead to the source", () => {
  expect(fail).toThrow(expect.objectContaining({ stack: expect.stringMatching(/sum\.js:4:9/) }));
});
