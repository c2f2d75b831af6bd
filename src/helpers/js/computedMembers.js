// The same for members that may have symbols as their keys.
function _computedMembers(target, members) {
  _members(target, members, _ownKeys(members));
}
