var lines = [];

function ascii(string) {
  return String(string).replace(/[^ -~]/g, function (unit) {
    return "\\u" + ("000" + unit.charCodeAt(0).toString(16)).slice(-4);
  });
}

function show(value) {
  return value === void 0 ? "-" : '"' + ascii(value) + '"';
}

function check(regexp, subjects) {
  subjects.forEach(function (subject) {
    var row = [lines.length, show(subject), regexp.test(subject)];
    regexp.lastIndex = 0;
    var match = regexp.exec(subject);
    regexp.lastIndex = 0;
    row.push(match ? match.index + ":" + [].map.call(match, show).join() : "null");
    row.push("search " + subject.search(regexp), "split " + subject.split(regexp).map(show).join());
    row.push("replace " + ascii(subject.replace(regexp, "<$&>")));
    lines.push(row.join(" "));
  });
}

// Strings without lone surrogates.
var formed = ["", "a", "ab\nc", "A\r\u2028\u2029", "😀", "😀😁a😀", "a😀b", "𐐀𐐨", "kKK", "sſS", "éÉ ß", "01 _-", "中文", "\0\0a", "aa😀aa",
  "x😂y😀z😀", "\u{10FFFF}\uFFFF\u{10000}"];
// And with them.
var all = formed.concat(["\uD83D", "\uDE00", "a\uD83D", "\uD83D\uD83D\uDE00", "\uD83Da\uDE00", "😀\uD83D😀"]);

[/./u, /./gu, /.../u, /^.$/u, /^.{2,}$/u, /.+/u, /.+?$/u, /./su, /.$/gsu, /(.)(.)/u, /^./gmu, /(.*)a/u,
  /^[^a]*$/u, /[^]/gu, /[^a]/gu, /[^a-z\d]+/u, /\S/gu, /\W/gu, /\D+/u, /^\S+$/u, /[\s\S]/gu, /^[\W\d]+$/u,
  /[\S\n]/gu, /[^\s]/gu, /\P{ASCII}/gu, /\p{Any}/gu, /^\P{L}/u, /^[^😀]/u, /^[^\uD83D]+$/u,
  /a/u, /\u{61}/gu, /\0/gu, /\0a/u, /[\0\d]/u, /\x61\u0062/u, /\cJ/u, /[\cJ]/u, /\//u, /[\-^]/gu, /[b-]/gu,
  /(?=a)./u, /a(?!😀)/u, /(?:.\b)/gu, /^\uDE00/u, /\uD83D/u, /\uD83D/gu, /^[\uD83D\uDE00]/u,
  /[\uD800-\uDBFF]/gu, /\uD83D./su, /(?:\uD83D)+/u
].forEach(function (regexp) { check(regexp, all); });

[/😀/u, /😀+/gu, /😀{2}/u, /😀?a/u, /[😀]/u, /[😀-😂]/gu, /[^😀]/gu, /[^😀-😂]+/u, /[a😀]+/gu, /\u{1F600}/gu,
  /\uD83D\uDE00+/u, /[\uD83D\uDE00]/gu, /[\u{10000}-\u{10FFFF}]/gu, /[^\u{10000}-\u{10FFFF}]/gu, /[\uFFFF\u{10000}]/gu,
  /(?:)/u, /(?:)/gu, /a*/gu, /a*?/gu, /.*?/gu, /.*/gu, /|a/gu, /$/gu, /^|a/gu, /\b/gu, /\B/gu, /(?!a)/gu, /(?=.)/gu,
  /\B./u, /(.)\1/u, /(?=(.))\1/u, /(a)|/gu, /\P{L}/gu, /\p{L}/gu, /[^\p{L}]+/gu, /\p{Emoji}/gu, /\p{Emoji_Presentation}+/u, /\p{Lu}/gu, /[\p{Lu}\d]/gu,
  /\p{Script=Han}+/u, /\p{scx=Deva}/u, /[^\P{L}]/gu, /\p{ASCII}+/gu, /\P{Any}/u, /[\P{Any}a]/u, /[^\W\d_]+/gu, /\uDE00/u,
  /[\uDE00]a/u, /x?[^y]/gu, /(?:[^😀]|b)+/u, /[]/u, /[]|a/u, /(?:😀|b){2}/u
].forEach(function (regexp) { check(regexp, formed); });

[/a.b/s, /./gs, /[.]|\./s, /(.)\1/s, /^.*$/ms, /a.?/is].forEach(function (regexp) { check(regexp, all); });

[/(?<a>.)\k<a>/, /(?<a>a)|(?<b>😀)/u, /\k<b>(?<b>a)/, /(?<a>.)(b)(?<c>.)?/s, /(?<a>a)\k<a>*/, /(?<$>(?<_>a)b)/i]
  .forEach(function (regexp) { check(regexp, formed); });

lines.join("\n");
