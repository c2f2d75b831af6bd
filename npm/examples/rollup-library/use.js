// Uses the library where there is no more than ES5: it prints what the original printed.
var square = new library.Square({ side: 3 });
print(square.toString(), square instanceof library.Shape, library.sum(1, 2, 3), library.sumOfRange(0, 5));
