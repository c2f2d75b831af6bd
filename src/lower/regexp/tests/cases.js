// Which characters of a block match, for each block that has some.
var lines = [];

function check(what, regexp) {
  var sum = 0, count = 0;
  function test(codePoint) {
    var string = codePoint < 0x10000 ? String.fromCharCode(codePoint)
      : String.fromCharCode(0xD7C0 + (codePoint >> 10), 0xDC00 + (codePoint & 0x3FF));
    if (regexp.test(string)) {
      count++;
      sum = (sum * 31 + codePoint) % 4294967296;
    }
  }
  // Blocks with case pairs that were in Unicode when Duktape was made.
  [[0, 0x0180], [0x0370, 0x0530], [0x1E00, 0x2000], [0x2100, 0x2190], [0x24B0, 0x24F0], [0xFB00, 0xFB10], [0xFF20, 0xFF60],
    [0x10400, 0x10450], [0xD7F8, 0xD808], [0xDBF8, 0xDC08], [0xDFF8, 0xE008], [0x1F600, 0x1F610]].forEach(function (block) {
    sum = count = 0;
    for (var codePoint = block[0]; codePoint < block[1]; codePoint++) test(codePoint);
    lines.push([what, block[0].toString(16), count, sum].join(" "));
  });
}

check("k", /^k$/iu);
check("s", /^[s]$/iu);
check("not k", /^[^k]$/iu);
check("a-z", /^[a-z]$/iu);
check("not a-z", /^[^a-z]$/iu);
check("word", /^\w$/iu);
check("no word", /^\W$/iu);
check("word in class", /^[\w\u{1F600}]$/iu);
check("no word in class", /^[\W_]$/iu);
check("neither", /^[^\W_]$/iu);
check("sharp s", /^ß$/iu);
check("capital sharp s", /^\u1E9E$/iu);
check("ohm", /^\u2126$/iu);
check("theta", /^[θ]$/iu);
check("iota", /^ι$/iu);
check("micro", /^µ$/iu);
check("sigma", /^ς$/iu);
check("long s t", /^\uFB05$/iu);
check("alpha with ypogegrammeni", /^\u1F80$/iu);
check("iota with dialytika", /^\u0390$/iu);
check("dotless i", /^ı$/iu);
check("dotted I", /^İ$/iu);
check("i", /^i$/iu);
check("greek", /^[α-ω]$/iu);
check("not greek", /^[^α-ω]$/iu);
check("cyrillic", /^[а-я]$/iu);
check("deseret", /^[\u{10400}-\u{10427}]$/iu);
check("no deseret", /^[^\u{10400}-\u{10427}]$/iu);
check("fullwidth", /^[\uFF21-\uFF3A]$/iu);
check("circled", /^[ⓐ-ⓩ]$/iu);
check("up to kelvin", /^[\u2100-\u212A]$/iu);
check("lower", /^\p{Lowercase}$/iu);
check("no upper", /^\P{Lowercase}$/iu);
check("neither lower", /^[^\p{Lowercase}]$/iu);
check("ASCII", /^\p{ASCII}$/iu);
check("dot", /^.$/iu);
check("ranges", /^[!-~]$/iu);

lines.join("\n");
