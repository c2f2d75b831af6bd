// Runs each advice that names a command: what it makes of the source must be lowered without an error.
//
//     cargo build && node tests/advice/run.mjs      (needs npm: esbuild and flow-remove-types are installed once)

import { execFileSync, execSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = join(root, "target/advice");
const downlevel = process.env.DOWNLEVEL ?? join(root, "target/debug/downlevel");

// [file, source]; what is refused with another advice than a command is in tests/cli/messages.rs.
const sources = [
  ["optional-catch.js", "try { f(); } catch { g(); }"],
  ["optional-chaining.js", "f(a?.b);"],
  ["nullish.js", "f(a ?? b);"],
  ["dynamic-import.js", "import('x').then(f);"],
  ["dynamic-import.mjs", "import a from 'y'; import(a).then(f);"],
  ["export-namespace.mjs", "export * as a from 'b';"],
  ["logical-assignment.js", "a ||= b;"],
  ["numeric-separator.js", "f(1_000);"],
  ["field.js", "class A { x = 1; static y = 2; }"],
  ["private.js", "class A { #x = 1; #m() { return #x in this; } }"],
  ["static-block.js", "class A { static { f(); } }"],
  ["using.js", "async function f() { using a = b; await using c = d; }"],
  ["typescript.ts", "enum A { B } let a: A = f as any;"],
  ["typescript.js", "enum A { B } let a: A = f as any;"],
  ["typescript.mts", "export let a: number = 1;"],
  ["typescript", "let a: number = 1;"],
  ["jsx.js", "f(<a b={c}>d</a>);"],
  ["jsx.jsx", "f(<></>);"],
  ["tsx.tsx", "let a: any = <b/>;"],
  ["tsx.js", "let a: any = <b/>;"],
  ["decorators.js", "@a class B { @c d() {} }"],
  ["flow.js", "// @flow\nvar a: ?number = (b: any);"],
];

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "package.json"), "{}");
if (!existsSync(join(folder, "node_modules/.bin/flow-remove-types"))) {
  execSync("npm install --silent --no-audit --no-fund esbuild flow-remove-types", { cwd: folder, stdio: "inherit" });
}

let failed = 0;
for (const [name, source] of sources) {
  const file = join(folder, name);
  writeFileSync(file, source);
  const { status, stderr } = spawnSync(downlevel, [file, "--diagnostics-format=json"], { encoding: "utf8" });
  // What is lowered by now needs no advice.
  if (status === 0) continue;
  const advice = JSON.parse(stderr.split("\n")[0]).advice ?? "";
  const command = /`((?:npx )?(?:esbuild|flow-remove-types)[^`]*)`/.exec(advice)?.[1].replace("npx ", "").split(" ");
  const problem = command ? follow(command, file, source) : `no command in: ${advice}`;
  if (problem) {
    failed += 1;
    console.error(`${name}: ${command?.join(" ")}: ${problem}`);
  }
}
console.log(`${sources.length} sources, ${failed} with an advice that does not work`);
process.exitCode = failed ? 1 : 0;

/** Returns what is wrong with the advice. */
function follow([program, ...args], file, source) {
  try {
    const inputs = args.some((arg) => arg.startsWith("--loader=")) ? [] : [file];
    const newer = execFileSync(join(folder, "node_modules/.bin", program), [...args, ...inputs], { input: source, stdio: "pipe" });
    execFileSync(downlevel, ["-", "--modules=preserve"], { input: newer, stdio: "pipe" });
  } catch (error) {
    return String(error.stderr ?? error).trim().split("\n")[0];
  }
}
