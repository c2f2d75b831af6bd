"use strict";
function run(n) {
  let length = 0;
  for (let i = 0; i < n; i++) {
    const name = "item";
    length += `${name} number ${i}: ${i + 1}`.length;
  }
  return length;
}
