function _members(target, members) {
  for(var keys = _ownKeys(members), i = 0; i < keys.length; i++){
    var property = _Object.getOwnPropertyDescriptor(members, keys[i]);
    property.enumerable = false;
    if (!("value" in property)) {
      if (!property.get) delete property.get;
      if (!property.set) delete property.set;
    }
    _Object.defineProperty(target, keys[i], property);
  }
}
