// The URL of the script that runs now, as `import.meta.url` of the module that it was. A browser that does not tell reads scripts
// in their order, so that it is the last one.
function _scriptUrl() {
  if (typeof document !== "object") return "";
  var scripts = document.scripts, script = "currentScript" in document ? document.currentScript : scripts[scripts.length - 1];
  return script && script.src || location.href;
}
