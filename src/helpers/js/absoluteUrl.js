// What AMD says of where a module is, as `import.meta.url`: absolute, in a page.
function _absoluteUrl(url) {
  if (typeof document !== "object") return url;
  var link = document.createElement("a");
  link.href = url;
  return link.href;
}
