export const first = "a";
export default () => "default of a";
