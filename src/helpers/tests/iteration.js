var log;
function counter(last) {
  log = [];
  var count = 0, result = {};
  result[key] = function () {
    return {
      next: function () {
        log.push("next");
        return { done: ++count > last, value: count };
      },
      "return": function () {
        log.push("return");
        return {};
      }
    };
  };
  return result;
}

// Cursors over lists and over iterators.
var list = [1, , 3], cursor = _iterator(list);
same("list: next", cursor.next(), 1);
same("list: hole", cursor.next(), void 0);
list.push(4);
same("list: rest", cursor.rest().join(), "3,4");
list.push(5);
same("list: stays done", cursor.next(), void 0);
same("list: rest at the end", cursor.rest().length, 0);
_close(_iterator([1]));
throws("list: fail", "RangeError", function () { _close(_iterator([1]), [new RangeError()]); });
list = [1];
list["return"] = function () { throw new Error("not the iterator's"); };
_close(_iterator(list));

cursor = _iterator(counter(2));
same("iterator: next", cursor.next(), 1);
same("iterator: rest", cursor.rest().join(), "2");
same("iterator: after the end", cursor.next(), void 0);
_close(cursor);
same("iterator: calls", log.join(), "next,next,next");
cursor = _iterator(counter(2));
cursor.next();
_close(cursor);
_close(cursor);
same("iterator: closed once", log.join(), "next,return");
same("iterator: closed is done", cursor.next(), void 0);
same("string", _iterator("\uD83D\uDE00b").rest().length, 2);

// An error ends the iteration.
var bad = {};
bad[key] = function () {
  return { next: function () { throw new RangeError(); }, "return": function () { same("return", "called", "not"); } };
};
cursor = _iterator(bad);
throws("next throws", "RangeError", function () { cursor.next(); });
same("next threw", cursor.next(), void 0);
_close(cursor);

// Spread.
var source = [1, , 3], copy = _toArray(source);
same("copy", copy.join("|"), "1||3");
same("holes are filled", copy.hasOwnProperty(1), true);
same("fresh", copy === source, false);
same("of a string", _toArray("a\uD83D\uDE00").length, 2);
same("of an iterable", _toArray(counter(3)).join(), "1,2,3");
same("calls", log.join(), "next,next,next,next");
same("of arguments", (function () { return _toArray(arguments).join(); })(1, 2), "1,2");
same("of a typed array", _toArray(new Uint8Array([1, 2])) instanceof Array, true);
same("of nothing", _toArray([]).length, 0);
throws("of undefined", "TypeError", function () { _toArray(void 0); });
throws("of an object", "TypeError", function () { _toArray({}); });
var shrinking = [1, 2, 3];
Object.defineProperty(shrinking, 0, { get: function () { shrinking.length = 2; return 1; } });
same("of an array that shrinks", _toArray(shrinking).join(), "1,2");
var growing = [1, 2];
Object.defineProperty(growing, 0, { get: function () { growing[2] = 3; return 1; } });
same("of an array that grows", _toArray(growing).join(), "1,2,3");

// Patterns.
list = [1, 2, 3];
same("an array is taken as it is", _take(list, 2), list);
same("the first", _take(counter(3), 2).join(), "1,2");
same("then closed", log.join(), "next,next,return");
same("all", _take(counter(2), 3).join(), "1,2");
same("exhausted", log.join(), "next,next,next");
same("exactly as many", _take(counter(2), 2).join(), "1,2");
same("not known to be exhausted", log.join(), "next,next,return");
same("none", _take(counter(2), 0).length, 0);
same("opened and closed", log.join(), "return");
same("of a string", _take("\uD83D\uDE00b", 1)[0], "\uD83D\uDE00");
throws("of null", "TypeError", function () { _take(null, 0); });
throws("of a number", "TypeError", function () { _take(1, 0); });

// What is like an array.
var like = { length: 2, 0: "a", 1: "b" }, real = [1];
same("like: an array", _toArray(_arrayLike(like)).join(), "a,b");
same("like: arrays stay", _arrayLike(real), real);
same("like: strings stay", _arrayLike("ab"), "ab");
same("like: nothing stays", _arrayLike(null), null);
same("like: functions stay", _arrayLike(same), same);
same("like: iterables stay", typeof _arrayLike(counter(1))[key], "function");
