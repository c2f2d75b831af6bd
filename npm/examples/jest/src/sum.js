export const sum = (...xs) => xs.reduce((a, b) => a + b, 0);

export const fail = () => {
  throw new Error(`thrown on purpose`);
};
