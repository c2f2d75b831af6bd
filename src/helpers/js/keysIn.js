// EnumerateObjectProperties (ES2018 13.7.5.15), in steps: the keys that `for-in` would visit. Those that were deleted
// before their turn are left out.
function _keysIn(object) {
  var keys = [], i = 0, cursor = {
    step: function () {
      while (i < keys.length) if ((cursor.value = keys[i++]) in Object(object)) return true;
      return false;
    }
  };
  for (var key in object) keys.push(key);
  return cursor;
}
