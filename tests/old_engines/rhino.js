// Runs programs on Rhino in one Java machine, each in a realm of its own: the arguments are a version of the language, as
// Rhino numbers them, and a file that names programs. For each it prints a line of JSON: the lines of the transcript.
(function () {
  var Context = Packages.org.mozilla.javascript.Context, Thread = java.lang.Thread;
  var jobs = String(readFile(arguments[1])).split("\n");

  function run(path) {
    var context = Context.enter(), lines = [];
    context.setLanguageVersion(Number(arguments[1]));
    context.setOptimizationLevel(-1);
    var realm = context.initStandardObjects();
    realm.write = function (line) {
      lines.push(String(line));
    };
    var report = context.evaluateString(realm, readFile(path + ".prelude.js"), "prelude", 1, null);
    try {
      context.evaluateString(realm, readFile(path), "program", 1, null);
      context.processMicrotasks();
      context.evaluateString(realm, "typeof runJobs === 'function' && runJobs()", "jobs", 1, null);
    } catch (error) {
      lines.push("uncaught " + (Object(error) === error && "name" in error ? error.name : error));
    } finally {
      Context.exit();
    }
    return lines;
  }

  for (var i = 0; i < jobs.length; i++) {
    if (!jobs[i]) continue;
    var lines;
    try {
      lines = run(jobs[i], arguments[0]);
    } catch (error) {
      lines = ["the engine failed: " + error];
    }
    print(JSON.stringify(lines));
  }
}).apply(null, arguments);
