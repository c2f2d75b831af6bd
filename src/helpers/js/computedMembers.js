// The same for members that may have symbols as their keys.
function _computedMembers(target, members) {
  _ownKeys(members).forEach(function (key) {
    var property = Object.getOwnPropertyDescriptor(members, key);
    property.enumerable = false;
    // An accessor replaces what is there by what was written of it.
    property.get || delete property.get;
    property.set || delete property.set;
    Object.defineProperty(target, key, property);
  });
}
