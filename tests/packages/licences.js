// node licences.js ORIGINAL LOWERED...: fails if a legal comment of a file in one folder is not in that of the others, or
// is there more often.
const fs = require("fs");
const path = require("path");
const acorn = require("acorn");

const isLegal = text => /^\**!|@license|@preserve|@copyright/i.test(text);

function legalComments(file) {
  const found = new Map();
  const onComment = (isBlock, text) => isLegal(text) && found.set(text, (found.get(text) || 0) + 1);
  const options = { ecmaVersion: "latest", allowHashBang: true, allowReturnOutsideFunction: true, onComment };
  const source = fs.readFileSync(file, "utf8");
  try {
    acorn.parse(source, options);
  } catch {
    found.clear();
    acorn.parse(source, { ...options, sourceType: "module" });
  }
  return found;
}

const [original, ...lowered] = process.argv.slice(2);
let total = 0;
for (const folder of lowered) {
  for (const name of fs.readdirSync(folder, { recursive: true }).filter(name => /\.[cm]?js$/.test(name))) {
    if (!fs.statSync(path.join(folder, name)).isFile()) continue;
    const before = legalComments(path.join(original, name));
    const after = legalComments(path.join(folder, name));
    for (const text of new Set([...before.keys(), ...after.keys()])) {
      const counts = [before, after].map(comments => comments.get(text) || 0);
      total += counts[0];
      if (counts[0] !== counts[1]) {
        console.log(`${name}: ${counts.join(" became ")}: ${text.trim().split("\n")[0]}`);
        process.exitCode = 1;
      }
    }
  }
}
console.log(`${total} legal comments`);
