function _withThis(name, objects) {
  for(var i = 0; i < objects.length; i++){
    var object = _Object(objects[i]);
    if (name in object) {
      var hidden = typeof Symbol === "function" && Symbol.unscopables && object[Symbol.unscopables];
      if (!hidden || !hidden[name]) return object;
    }
  }
}
