function _parameterCode(code, names) {
  function parses(text) {
    try {
      return !!Function(text);
    } catch (ignored) {
      return false;
    }
  }
  if (typeof code !== "string" || /^\s*(["'])use strict\1/.test(code) || !parses("let a;")) return code;
  if (parses("{{" + code + "\n}}") && !parses("{ let " + names.join() + "; {" + code + "\n}}")) {
    throw new SyntaxError("a parameter is declared again: " + code);
  }
  return code;
}
