export let n = 0, a = "a", rest;
export { n as again, a as other };
export function change() {
  n++;
  [a, ...rest] = ["b", 1, 2];
  n += 10;
  n ||= 5;
}
