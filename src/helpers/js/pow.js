// Number::exponentiate, for files that give `Math` another meaning.
var _pow = Math.pow;
