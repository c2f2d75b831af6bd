// [[Call]] (ES2018 9.2.1) of a class constructor: a TypeError, unless `new` or super() calls it on an instance.
function _checkNew(instance, C) {
  if (!(instance instanceof C)) throw new _TypeError("a class constructor can't be called without new");
}
