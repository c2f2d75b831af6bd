print("slow begins");
export const value = await new Promise((resolve) => setTimeout(resolve, 10, "value"));
export function later() { return value + "!"; }
print("slow ends");
