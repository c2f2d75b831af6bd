var _objectAssign = _Object.assign || function(target, source) {
  source = _Object(source);
  for(var key in source)if (_Object.prototype.hasOwnProperty.call(source, key)) target[key] = source[key];
  return target;
};
