// How cursors walk the generators that these helpers make: `next` is the method that such a generator has unless someone
// has given it another one, and `step` does the same for a cursor without an object for each result.
var _Generators = { next: void 0, step: void 0 };
