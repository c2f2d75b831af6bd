// base ** exponent where one of them is a BigInt literal (BigInt::exponentiate, ES2020 6.1.6.2.3). An engine that has BigInt
// multiplies it, too.
function _bigintPower(base, exponent) {
  // ToNumeric
  base = -(-base);
  exponent = -(-exponent);
  if (typeof base !== "bigint" || typeof exponent !== "bigint") return _pow(base, exponent);
  if (exponent < 0) throw new RangeError("exponent must not be negative");
  var one = BigInt(1), power = one;
  for (; exponent; exponent >>= one) {
    if (exponent & one) power *= base;
    if (exponent > one) base *= base;
  }
  return power;
}
