export let a = 1;
export const own = "hidden";
export function bump() { a++; }
export default "no";
