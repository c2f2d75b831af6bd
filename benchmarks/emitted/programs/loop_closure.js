"use strict";
function run(n) {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    const readers = [];
    for (let i = 0; i < 4; i++) readers.push(() => i);
    for (let i = 0; i < 4; i++) sum += readers[i]();
  }
  return sum;
}
