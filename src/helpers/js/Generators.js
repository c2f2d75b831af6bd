// How cursors walk the generators that these helpers make: `next` is the method that such a generator has unless someone
// has given it another one, and `step` does the same for a cursor without an object for each result. A file that makes no
// generators has neither.
var _Generators = {};
