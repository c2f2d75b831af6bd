// What each chunk is whose helpers are measured: a class, a generator, spread and a template, and a class from a module that
// all share.
"use strict";

exports.source = (n) => `
import { Base } from "base";
export class Item${n} extends Base {
  *names() {
    for (const [name, { length }] of this.entries) yield \`${n}: \${name} (\${length})\`;
  }
  all(...more) {
    return [...this.names(), ...more, { ...this.options, ${"x".repeat(n)}: ${n} }];
  }
}
`;
