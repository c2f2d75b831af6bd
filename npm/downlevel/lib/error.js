// What is thrown when a source cannot be lowered.
"use strict";

/** More than these are not told in the message; `errors` has all. */
const TOLD = 10;

class DownlevelError extends Error {
  constructor(errors) {
    super(describe(errors));
    this.name = "DownlevelError";
    this.errors = errors;
  }
}

function describe(errors) {
  const lines = errors.slice(0, TOLD).map(line);
  if (errors.length > TOLD) lines.push(`and ${errors.length - TOLD} more errors`);
  return lines.join("\n");
}

function line({ file, line, column, message, advice }) {
  return `${file}:${line}:${column}: ${message}${advice ? `\n  ${advice}` : ""}`;
}

module.exports = { DownlevelError };
