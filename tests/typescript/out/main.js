(() => {
  var __defProp = Object.defineProperty;
  var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: true, configurable: true, writable: true, value }) : obj[key] = value;
  var __publicField = (obj, key, value) => __defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);

  // src/shapes.ts
  var Circle = class {
    constructor(radius, unit = "m" /* Metre */) {
      __publicField(this, "radius", radius);
      __publicField(this, "unit", unit);
      __publicField(this, "name", "circle");
    }
    area() {
      return Math.PI * this.radius ** 2;
    }
  };
  async function load(shapes2) {
    const lines = [];
    for (const { name, ...rest } of shapes2) lines.push(`${name}: ${JSON.stringify(rest)}`);
    return lines;
  }

  // src/main.ts
  var größe = 2;
  var shapes = [new Circle(größe), new Circle(3)];
  var total = (...items) => items.reduce((sum, item) => sum + item.area(), 0);
  load(shapes).then((lines) => {
    for (const line of lines) console.log(line != null ? line : "nothing", total(...shapes));
  });
})();
//# sourceMappingURL=main.js.map
