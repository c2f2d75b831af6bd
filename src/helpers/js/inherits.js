// ClassDefinitionEvaluation (ES2018 14.6.13) of `extends`: gives what super() calls.
function _inherits(C, Super) {
  var prototype = Super && Super.prototype;
  if (Super !== null && (typeof Super !== "function" || prototype !== null && Object(prototype) !== prototype))
    throw TypeError("can't extend " + String(Super));
  _subclass(C, Super, prototype);
  return _callable(Super, C);
}
