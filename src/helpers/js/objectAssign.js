// Object.assign (ES2018 19.1.2.1) of one source. An engine that lacks it has no symbols either.
var _objectAssign =
  _Object.assign ||
  function (target, source) {
    source = _Object(source);
    for (var key in source) if (_Object.prototype.hasOwnProperty.call(source, key)) target[key] = source[key];
    return target;
  };
