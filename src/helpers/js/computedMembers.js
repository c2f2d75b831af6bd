// The same for members that may have symbols as their keys.
function _computedMembers(target, members) {
  _ownKeys(members).forEach(function (key) {
    var written = Object.getOwnPropertyDescriptor(members, key), property = {}, name;
    // An accessor replaces what is there by what was written of it: nothing but a getter or a setter may be undefined.
    for (name in written) if (written[name] && name !== "enumerable") property[name] = written[name];
    Object.defineProperty(target, key, property);
  });
}
