export const b = 2;
export default "no";
