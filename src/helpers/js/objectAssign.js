// Object.assign (ES2018 19.1.2.1) of one source. An engine that lacks it has no symbols either.
function _objectAssign(target, source) {
  if (Object.assign) return Object.assign(target, source);
  for (var key in source = Object(source)) if ({}.hasOwnProperty.call(source, key)) target[key] = source[key];
  return target;
}
