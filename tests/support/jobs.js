// What a polyfill of Promise needs from its host: a queue of jobs. Returns a function that works them off, to be called
// when the program has run.
(function (global) {
  var jobs = [];
  global.self = global;
  global.console = { warn: function () {} };
  global.setTimeout = function (job) {
    jobs.push(job);
  };
  return function () {
    while (jobs.length) jobs.shift()();
  };
})(this);
