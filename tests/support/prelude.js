// What a fixture finds beside the language: `print`. Called with two functions of the host: `write` takes a line of
// the transcript, `note` what is told about an uncaught exception without being compared. Returns what reports one.
//
// A host may refuse strings with lone surrogates, so all that leaves is ASCII: other units become \uXXXX, and a
// backslash is doubled to keep the two apart. The built-ins are taken before a fixture can replace them.
(function (write, note) {
  var toString = String;
  var charCodeAt = Function.prototype.call.bind(String.prototype.charCodeAt);
  var toHex = Function.prototype.call.bind(Number.prototype.toString);
  var slice = Function.prototype.call.bind(String.prototype.slice);

  function ascii(text) {
    var result = "";
    for (var i = 0; i < text.length; i++) {
      var unit = charCodeAt(text, i);
      if (unit === 0x5c) result += "\\\\";
      else if ((unit >= 0x20 && unit < 0x7f) || unit === 0x0a) result += text[i];
      else result += "\\u" + slice("000" + toHex(unit, 16), -4);
    }
    return result;
  }

  this.print = function print() {
    var line = "";
    for (var i = 0; i < arguments.length; i++) line += (i > 0 ? " " : "") + ascii(toString(arguments[i]));
    write(line);
  };

  return function report(error) {
    var isObject = (typeof error === "object" && error !== null) || typeof error === "function";
    write("uncaught " + ascii(toString(isObject ? error.name : error)));
    if (isObject) note(ascii(error.name + ": " + error.message + "\n" + error.stack));
  };
});
