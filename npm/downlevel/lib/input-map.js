// The map of a source that the source names itself: `inputSourceMap: true`.
//
// A rule that is easy to miss: names in a map are relative to where the *map* is, and the library takes them as relative
// to the *source*. What lies between the two is put into `sourceRoot`.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { fileURLToPath } = require("node:url");
const addon = require("./addon.js");

/** Where the map of `code` is, as `{ url, json }` or `{ url, file, folder }`; undefined if it names none. */
function locate(code, filename) {
  const url = addon.sourceMappingUrl(code);
  if (url === null || url === undefined) return undefined;
  const folder = path.dirname(path.resolve(filename));
  if (url.startsWith("data:")) return { url, json: decode(url) };
  if (/^file:/.test(url)) return { url, file: fileURLToPath(url), folder };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return { url, reason: "it is not a file" };
  return { url, file: path.resolve(folder, unescape(url.replace(/[?#].*$/, ""))), folder };
}

function decode(url) {
  const comma = url.indexOf(",");
  const [head, data] = [url.slice(0, comma), url.slice(comma + 1)];
  return head.endsWith(";base64") ? Buffer.from(data, "base64").toString() : unescape(data);
}

function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const readSync = (place) => read(place, (file) => fs.readFileSync(file, "utf8"));

/** Reads the map of a place that was located: `{ json }` or `{ reason }`. */
function read(place, readFile) {
  if (place.json !== undefined || place.reason) return place;
  try {
    return { json: moved(readFile(place.file), place) };
  } catch (error) {
    return { reason: error.message };
  }
}

async function readAsync(place) {
  if (place.json !== undefined || place.reason) return place;
  try {
    return { json: moved(await fs.promises.readFile(place.file, "utf8"), place) };
  } catch (error) {
    return { reason: error.message };
  }
}

/** The map at `file`, its sources named from `folder`. What is no map stays as it is: the library says what is wrong. */
function moved(json, { file, folder }) {
  const between = path.relative(folder, path.dirname(file)).split(path.sep).join("/");
  if (between === "") return json;
  let map;
  try {
    map = JSON.parse(json);
  } catch {
    return json;
  }
  const maps = Array.isArray(map.sections) ? map.sections.map((section) => section.map) : [map];
  for (const each of maps) {
    const root = (each && each.sourceRoot) || "";
    if (each && !root.startsWith("/") && !root.includes("://")) each.sourceRoot = `${between}/${root}`;
  }
  return JSON.stringify(map);
}

/** The warning that the map at `url` cannot be read. */
function unreadable(code, filename, url, reason) {
  const before = code.slice(0, code.lastIndexOf(url)).split(/\r\n|[\n\r\u2028\u2029]/);
  const what = url.startsWith("data:") ? "the source map in this line" : `the source map \`${url}\``;
  const message = `${what} cannot be read: ${reason}`;
  const advice = "the new map leads to this file; if that is meant, leave `inputSourceMap` out";
  const last = before[before.length - 1];
  const [line, column] = [before.length, [...last].length + 1];
  const start = Buffer.byteLength(code.slice(0, code.lastIndexOf(url)));
  const range = { start, end: start + Buffer.byteLength(url) };
  const frame = `warning[input-source-map]: ${message}\n --> ${filename}:${line}:${column}\n  = help: ${advice}`;
  const place = { file: filename, line, column, length: [...url].length, utf16Column: last.length + 1, utf16Length: url.length, range };
  return { severity: "warning", code: "input-source-map", message, advice, ...place, frame, related: [] };
}

module.exports = { locate, readSync, readAsync, unreadable };
