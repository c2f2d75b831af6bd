export function* range(from, to) {
  for (let n = from; n < to; n++) yield n;
}

export const sum = (...xs) => xs.reduce((a, b) => a + b, 0);

export const sumOfRange = (from, to) => sum(...range(from, to));
