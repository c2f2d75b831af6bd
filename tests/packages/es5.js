// node es5.js FOLDER...: fails if acorn finds a JavaScript file in them that is not ES5.
const fs = require("fs");
const path = require("path");
const acorn = require("acorn");

let files = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of fs.readdirSync(folder, { recursive: true }).filter(name => /\.[cm]?js$/.test(name))) {
    const file = path.join(folder, name);
    if (!fs.statSync(file).isFile()) continue;
    files++;
    try {
      acorn.parse(fs.readFileSync(file, "utf8"), { ecmaVersion: 5, allowReturnOutsideFunction: true, allowHashBang: true });
    } catch (error) {
      console.log(`not ES5: ${file}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
console.log(`${files} files are read by acorn as ES5`);
