function _async(body, regions) {
  var machine = new _Machine(body, regions);
  return new Promise(function(resolve, reject) {
    function step(how, value) {
      try {
        value = machine.resume(how, value);
      } catch (error) {
        return reject(error);
      }
      if (machine.done) return resolve(value);
      try {
        value = Promise.resolve(value);
      } catch (error) {
        return step("throw", error);
      }
      value.then(next, fail);
    }
    function next(value) {
      step("next", value);
    }
    function fail(error) {
      step("throw", error);
    }
    next();
  });
}
