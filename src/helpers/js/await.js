// Await (ES2018 6.2.3.1): goes on with `then(how, value)`. Like engines since ES2019, it takes a promise as it is, which
// takes one turn instead of three.
function _await(value, then) {
  try {
    value = Promise.resolve(value);
  } catch (error) {
    return then(1, error);
  }
  value.then(function (value) {
    then(0, value);
  }, function (error) {
    then(1, error);
  });
}
