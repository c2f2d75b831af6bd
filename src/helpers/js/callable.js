// What super() of the class C calls on the new instance: the parent, if it is an ES5 function. A native class, or what looks
// whether `new` calls it, must make an object of its own; so must what is no constructor fail.
function _callable(Super, C) {
  if (Super && !/^class|(native|bound) code|new\.target|\[object F/.test(_functionText.call(Super))) return Super;
  return _native(Super, C);
}
