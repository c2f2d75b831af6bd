// The global object, for names that ES5 cannot spell. Strict code of engines that lack `globalThis` must make it of text.
function _globalObject() {
  return this || (typeof globalThis === "object" ? globalThis : Function("return this")());
}
