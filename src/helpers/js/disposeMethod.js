// GetDisposeMethod (explicit resource management): the method is looked up by `Symbol[name]`, with the key that others make
// up where an engine has no such symbol. If it is optional, it may be missing.
function _disposeMethod(value, name, isOptional) {
  var method;
  if (Object(value) !== value) throw new TypeError("only objects can be disposed of");
  method = value[typeof Symbol === "function" && (Symbol[name] || Symbol["for"]("Symbol." + name)) || "@@" + name];
  if (typeof method === "function" || isOptional && method == null) return method;
  throw new TypeError("the object has no method [Symbol." + name + "]");
}
