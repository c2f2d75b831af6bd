// DefineMethod (ES2018 14.3.7) and its like for the members of a class: they are not enumerable.
function _members(target, members) {
  Object.getOwnPropertyNames(members).forEach(function (key) {
    var property = Object.getOwnPropertyDescriptor(members, key);
    property.enumerable = false;
    // An accessor replaces what is there by what was written of it.
    property.get || delete property.get;
    property.set || delete property.set;
    Object.defineProperty(target, key, property);
  });
}
