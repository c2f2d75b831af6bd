// AsyncFunctionStart (ES2018 25.7.5.1): the promise for what the body returns.
function _async(body, unwind) {
  return new Promise(function (resolve, reject) {
    var machine = { body: body, unwind: unwind, state: 0 };

    function step(how, value) {
      try {
        value = _resume(machine, how, value);
      } catch (error) {
        return reject(error);
      }
      if (machine.done) resolve(value);
      else _await(value, step);
    }

    step(0);
  });
}
