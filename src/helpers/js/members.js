// DefineMethod (ES2018 14.3.7) and its like for the members of a class: they are not enumerable.
function _members(target, members) {
  Object.keys(members).forEach(function (key) {
    var written = Object.getOwnPropertyDescriptor(members, key), property = {}, name;
    // An accessor replaces what is there by what was written of it: nothing but a getter or a setter may be undefined.
    for (name in written) if (written[name] && name !== "enumerable") property[name] = written[name];
    Object.defineProperty(target, key, property);
  });
}
