function _ownElements(cursor) {
  var values = [];
  while(cursor.step()){
    _Object.defineProperty(values, values.length, {
      value: cursor.value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  }
  return values;
}
