// The picture of the README: for each build, a bar of its time.
"use strict";

const [WIDTH, ROW, LEFT, RIGHT] = [720, 34, 230, 150];

exports.draw = function draw(rows) {
  const longest = Math.max(...rows.map(({ seconds }) => seconds));
  const scale = (WIDTH - LEFT - RIGHT) / longest;
  const height = ROW * rows.length + 16;
  const bars = rows.map((row, index) => bar(row, 8 + index * ROW, scale)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="14">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${bars}
</svg>
`;
};

function bar({ name, seconds, gzip, isEs5 }, top, scale) {
  const width = Math.max(2, Math.round(seconds * scale));
  const color = name.includes("downlevel") ? "#2563eb" : "#9ca3af";
  const text = `${seconds.toFixed(1)} s, ${Math.round(gzip / 1000)} KB${isEs5 ? "" : ", not ES5"}`;
  return `<text x="${LEFT - 10}" y="${top + 21}" text-anchor="end" fill="#111">${name}</text>
<rect x="${LEFT}" y="${top + 6}" width="${width}" height="${ROW - 12}" rx="3" fill="${color}"/>
<text x="${LEFT + width + 8}" y="${top + 21}" fill="#111">${text}</text>`;
}
