await null;
throw new RangeError("x");
