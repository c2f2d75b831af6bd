// DefineMethod (ES2018 14.3.7) and its like for the members of a class: they are not enumerable.
function _members(target, members) {
  for (var keys = _ownKeys(members), i = 0; i < keys.length; i++) {
    var property = _Object.getOwnPropertyDescriptor(members, keys[i]);
    property.enumerable = false;
    // An accessor replaces what is there by what was written of it.
    if (!("value" in property)) {
      if (!property.get) delete property.get;
      if (!property.set) delete property.set;
    }
    _Object.defineProperty(target, keys[i], property);
  }
}
