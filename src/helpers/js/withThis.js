// The `this` of a call of `name` inside of `with` statements (ES2018 8.1.1.2.1, 8.1.1.2.10): the first of their `objects`
// that has a property of that name.
function _withThis(name, objects) {
  for (var i = 0; i < objects.length; i++) {
    var object = Object(objects[i]);
    if (name in object) {
      var hidden = typeof Symbol === "function" && Symbol.unscopables && object[Symbol.unscopables];
      if (!hidden || !hidden[name]) return object;
    }
  }
}
