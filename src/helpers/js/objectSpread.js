// PropertyDefinitionEvaluation (ES2018 12.2.6.8) of ...source, onto an object that has data properties only and inherits
// from Object.prototype. There, to set a property is to define it, but for __proto__, which is defined before it is set. An
// engine that has symbols has Object.assign; that of Duktape without symbols looks at all properties before it reads the
// first.
function _objectSpread(target, source) {
  var isEnumerable = {}.propertyIsEnumerable, key = "__proto__";
  source = Object(source);
  if (source.__proto__ !== Object.getPrototypeOf(source) && isEnumerable.call(source, key)) {
    Object.defineProperty(target, key, { writable: true, enumerable: true, configurable: true });
  }
  if (Object.assign && typeof Symbol === "function") return Object.assign(target, source);
  for (key in source) if (isEnumerable.call(source, key)) target[key] = source[key];
  return target;
}
