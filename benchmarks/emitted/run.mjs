// How fast lowered programs run, against ES5 written by hand: the number is how many times a second the lowered one
// does its work, over the same of the other. 1 is as fast; 0.5 takes twice as long.
//
//     node benchmarks/emitted/run.mjs [--engine v8|duktape] [--only text] [--rounds 5] [--command target/release/downlevel]
//
// V8 is the node that runs this; Duktape the command `duk` (`apt-get install duktape`). Each measurement has a process
// of its own; the two programs take turns, and the best of all rounds counts.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    engine: { type: "string", multiple: true, default: ["v8", "duktape"] },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "5" },
    command: { type: "string", default: join(here, "../../target/release/downlevel") },
    // Also measures the untouched source, which V8 can run.
    source: { type: "boolean", default: false },
  },
});
const engines = { v8: [process.execPath], duktape: ["duk"] };
const folder = mkdtempSync(join(tmpdir(), "downlevel-emitted-"));

// Doubles the work until it takes 60 ms, then does it some more times; prints the best rate, and what was computed, so
// that nothing is left out. Where the engine tells, time is that of the processor: others may use the machine.
const HARNESS = `
(function () {
  var say = typeof console === "object" ? function (text) { console.log(text); } : print;
  var clock = typeof process === "object"
    ? function () { var used = process.cpuUsage(); return (used.user + used.system) / 1000; }
    : function () { return Date.now(); };
  var n = 100, ms = 0, best = 0, computed = 0;
  function measure() {
    var start = clock();
    computed += run(n);
    return clock() - start;
  }
  for (;;) { ms = measure(); if (ms >= 60) break; n *= 2; }
  for (var i = 0; i < 4; i++) { ms = measure(); best = Math.max(best, n / ms); }
  say(best + " " + computed);
})();
`;

const programs = readdirSync(join(here, "programs"))
  .filter((file) => file.endsWith(".js") && !file.endsWith(".es5.js") && file.includes(options.only))
  .map((file) => file.slice(0, -3));

for (const engine of options.engine) {
  const ratios = [];
  for (const name of programs) {
    const source = readFileSync(join(here, "programs", `${name}.js`), "utf8");
    const lowered = execFileSync(options.command, [join(here, "programs", `${name}.js`)], { encoding: "utf8" });
    const byHand = readFileSync(join(here, "programs", `${name}.es5.js`), "utf8");
    const texts = options.source && engine === "v8" ? [lowered, byHand, source] : [lowered, byHand];
    const [ours, theirs, untouched] = rates(engine, texts);
    ratios.push(ours / theirs);
    console.log(engine, name.padEnd(26), (ours / theirs).toFixed(2), untouched ? (untouched / theirs).toFixed(2) : "");
  }
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  console.log(engine, "geometric mean".padEnd(26), mean.toFixed(2));
}

function rates(engine, texts) {
  const files = texts.map((text, index) => {
    const file = join(folder, `${index}.js`);
    writeFileSync(file, text + HARNESS);
    return file;
  });
  const best = files.map(() => 0);
  for (let round = 0; round < Number(options.rounds); round++) {
    files.forEach((file, index) => {
      const [command, ...args] = engines[engine];
      const [rate] = execFileSync(command, [...args, file], { encoding: "utf8" }).split(" ");
      best[index] = Math.max(best[index], Number(rate));
    });
  }
  return best;
}
