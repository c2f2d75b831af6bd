var lines = [];

function check(regexp, subject, from) {
  var rows = [];
  regexp.lastIndex = from || 0;
  for (var i = 0; i < 4; i++) {
    var match = regexp.exec(subject);
    rows.push(match ? match.index + ":" + match.join() : "null", regexp.lastIndex);
  }
  lines.push([lines.length, regexp.sticky, regexp.global].concat(rows).join(" "));
}

check(/a/y, "aab");
check(/a/y, "ba");
check(/a/y, "ba", 1);
check(/a|b\/"'\\/gy, "aab/\"'\\");
check(/./suy, "\n😀a");
check(/(?<first>.)\k<first>/y, "aabb");
check(/K/iy, "kk");
check(/^b/my, "a\nb", 2);
lines.push("aXbX".split(/x/iy).join("|"), "aab".replace(/a/y, "-"), "aab".replace(/a/gy, "-"));
lines.push(/a/y === /a/y, (function () { return [1, 2].map(function () { return /a/y; }); })().length);

lines.join("\n");
