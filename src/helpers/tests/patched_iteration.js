// Helpers were loaded by an engine with iterators; then somebody patches them. `_iterated` is what `spec` adds.
var prototype = Object.getPrototypeOf([][Symbol.iterator]()), next = prototype.next, method = [][Symbol.iterator];
function spread(x) { return _toArray(x).join("|"); }
function iterated(x) { return _toArray(_iterated(x)).join("|"); }

prototype.next = function () {
  var result = next.call(this);
  if (!result.done) result.value *= 2;
  return result;
};
same("patched next", iterated([1, 2]), "2|4");
same("patched next, pattern", _take(_iterated([1, 2]), 1)[0], 2);
prototype.next = next;
same("restored next", iterated([1, 2]), "1|2");

Array.prototype[Symbol.iterator] = function () {
  var values = ["a", "b"];
  return { next: function () { return { done: !values.length, value: values.shift() }; } };
};
same("patched method", spread([1, 2, 3]), "a|b");
same("patched method, cursor", _iterator([1]).next(), "a");

delete Array.prototype[Symbol.iterator];
throws("deleted method", "TypeError", function () { _forOf([1]); });
throws("deleted method, spread", "TypeError", function () { _toArray([1]); });
throws("deleted method, pattern", "TypeError", function () { _take([], 0); });
throws("deleted method, cursor", "TypeError", function () { _iterator([]); });
Array.prototype[Symbol.iterator] = method;

delete String.prototype[Symbol.iterator];
throws("deleted method of strings", "TypeError", function () { _forOf(_iterated("a")); });
delete Object.getPrototypeOf(Uint8Array).prototype[Symbol.iterator];
throws("deleted method of typed arrays", "TypeError", function () { _forOf(_iterated(new Uint8Array(1))); });

var array = [1, 2];
array[Symbol.iterator] = void 0;
throws("undefined method", "TypeError", function () { _forOf(_iterated(array)); });

Number.prototype[Symbol.iterator] = function () { return ["number " + this][Symbol.iterator](); };
same("numbers can be iterable", spread(5), "number 5");

// One read of the method, even if it is not the intrinsic one.
var reads = 0;
same("proxy", spread(new Proxy([1, 2], {
  get: function (target, name) {
    if (name === Symbol.iterator) reads++;
    return target[name];
  }
})), "1|2");
same("proxy, reads", reads, 1);

// Array iterators have no return method, until somebody adds it.
prototype["return"] = function () { log.push("return"); return {}; };
var log = [];
_take(_iterated([1, 2]), 1);
same("added return", log.join(), "return");
delete prototype["return"];
