// Writes emoji_sequences.txt: what the properties of strings match that no property of characters tells.
//
//     npm install regenerate-unicode-properties && node emoji_sequences.mjs > emoji_sequences.txt
//
// The version of the package must be that of Unicode in the crate `icu_properties_data`.
//
// Each line is a kind and a sequence: `flag` two letters, `tag` the letters of a region, and for what is joined (`zwj`) code
// points, where `*` is a skin tone. `zwj 1` stands for all five; of two tones, `zwj 2` for all pairs, `zwj d` for those that differ.

import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const data = (name) => require(`regenerate-unicode-properties/Property_of_Strings/${name}.js`).strings.map((string) => [...string].map((char) => char.codePointAt(0)));
const isTone = (code) => code >= 0x1f3fb && code <= 0x1f3ff;
const letters = (codes, base) => codes.map((code) => String.fromCharCode(code - base)).join("");

console.log(`# Unicode ${require("regenerate-unicode-properties/unicode-version.js")}, written by emoji_sequences.mjs`);
for (const codes of data("RGI_Emoji_Flag_Sequence")) console.log("flag", letters(codes, 0x1f1e6 - 65));
for (const codes of data("RGI_Emoji_Tag_Sequence")) console.log("tag", letters(codes.slice(1, -1), 0xe0000));
const forms = new Map();
for (const codes of data("RGI_Emoji_ZWJ_Sequence")) {
  const form = codes.map((code) => (isTone(code) ? "*" : code.toString(16).toUpperCase())).join(" ");
  forms.set(form, [...(forms.get(form) ?? []), codes.filter(isTone).join()]);
}
const KINDS = { 1: "0", 5: "1", 25: "2", 20: "d" };
for (const [form, tones] of forms) {
  const count = form.split("*").length - 1;
  const kind = KINDS[tones.length];
  const isDifferent = tones.every((pair) => new Set(pair.split(",")).size === 2);
  if (!kind || Math.min(count, 2) !== { 0: 0, 1: 1, 2: 2, d: 2 }[kind] || (kind === "d") !== (count === 2 && isDifferent)) {
    throw new Error(`no kind for ${form}: ${tones}`);
  }
  console.log("zwj", kind, form);
}
