// node package_json.js FROM TO: the package.json files of a package for its lowered ES modules. They are CommonJS now:
// what `import` found is found by `require`, and so is what only bundlers know (`module`, `es2015`).
const fs = require("fs");
const path = require("path");

// Conditions that lead elsewhere than to the ES modules.
const elsewhere = new Set(["types", "node", "require", "react-native", "@zod/source"]);

const renamed = { import: "require", es2015: "require" };

function conditions(exports) {
  if (typeof exports !== "object" || exports === null || Array.isArray(exports)) return exports;
  const found = Object.entries(exports).filter(([key]) => !elsewhere.has(key));
  return Object.fromEntries(found.map(([key, value]) => [renamed[key] ?? key, conditions(value)]));
}

function write(folder, to) {
  const file = path.join(folder, "package.json");
  if (fs.existsSync(file)) {
    const { name, version, main, module = main, exports, imports } = JSON.parse(fs.readFileSync(file, "utf8"));
    const json = { name, version, type: "commonjs", main: module, exports: conditions(exports), imports: conditions(imports) };
    fs.mkdirSync(to, { recursive: true });
    fs.writeFileSync(path.join(to, "package.json"), JSON.stringify(json, null, 2));
  }
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== "node_modules") {
      write(path.join(folder, entry.name), path.join(to, entry.name));
    }
  }
}

write(...process.argv.slice(2));
