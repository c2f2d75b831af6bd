// node tasks.js FOLDER NAME: sets a package of a folder to work and prints what it made.
const path = require("path");
const { inspect } = require("util");

const tasks = {
  lodash(_) {
    return [
      _.chunk([1, 2, 3, 4, 5], 2),
      _.merge({ a: { b: 1 } }, { a: { c: 2 } }),
      _.template("<%= a %>-<%= b %>")({ a: 1, b: 2 }),
      _.cloneDeep({ map: new Map([[1, { x: 2 }]]), date: new Date(0) }),
      Object.keys(_).length,
    ];
  },

  three(three) {
    const turned = new three.Matrix4().makeRotationX(1).multiply(new three.Matrix4().makeTranslation(1, 2, 3));
    const geometry = new three.BufferGeometry();
    geometry.setAttribute("position", new three.BufferAttribute(new Float32Array([0, 0, 0, 1, 2, 3, 4, 0, 1]), 3));
    const scene = new three.Scene();
    scene.add(new three.Mesh(geometry, new three.MeshBasicMaterial({ color: 0x123456 })));
    scene.updateMatrixWorld(true);
    const points = [[0, 0, 0], [1, 2, 3], [4, 0, 1]].map(([x, y, z]) => new three.Vector3(x, y, z));
    const curve = new three.CatmullRomCurve3(points);
    return [
      turned.toArray(),
      scene.toJSON().geometries.length,
      curve.getPoints(5).map(point => point.toArray()),
      new three.Box3().setFromObject(scene).max.toArray(),
      new three.Color("hotpink").getHexString(),
      Object.keys(three).length,
    ];
  },

  ramda(R) {
    return [
      R.pipe(R.map(R.inc), R.filter(x => x % 2), R.sum)([1, 2, 3, 4]),
      R.groupBy(x => x.t, [{ t: 1 }, { t: 2 }, { t: 1 }]),
      R.transduce(R.compose(R.map(R.add(1)), R.take(2)), R.flip(R.append), [], [1, 2, 3]),
      R.over(R.lensPath(["a", "b"]), R.inc, { a: { b: 1 } }),
      R.curry((a, b, c) => a + b + c)(1)(2)(3),
    ];
  },

  "date-fns"(dates) {
    return [
      dates.format(new Date(2020, 1, 29, 13, 5), "yyyy-MM-dd'T'HH:mm EEEE do"),
      dates.addMonths(new Date(2020, 0, 31), 1).toISOString(),
      dates.formatDistance(new Date(0), new Date(9e8)),
      dates.parse("02/11/2014", "MM/dd/yyyy", new Date(0)).toISOString(),
      dates.intervalToDuration({ start: 0, end: 1e10 }),
    ];
  },

  "d3-array"(d3) {
    return [
      d3.extent([3, 1, 2]),
      d3.bin()([1, 2, 3, 4, 5, 6]).map(bin => bin.length),
      [...d3.group([{ a: 1 }, { a: 2 }, { a: 1 }], x => x.a)].map(([key, values]) => [key, values.length]),
      d3.cross([1, 2], [3, 4]),
      d3.ticks(0, 10, 5),
      d3.rollups([1, 2, 3], values => values.length, x => x % 2),
    ];
  },

  rxjs(rx) {
    const seen = [];
    const see = value => seen.push(value);
    const sums = rx.of(1, 2, 3).pipe(rx.mergeMap(x => rx.range(0, x)), rx.scan((a, b) => a + b, 0), rx.bufferCount(2));
    sums.subscribe(see);
    rx.zip(rx.from("abc"), rx.of(1, 2, 3)).subscribe({ next: see, complete: () => see("done") });
    const replayed = new rx.ReplaySubject(2);
    [1, 2, 3].forEach(value => replayed.next(value));
    replayed.subscribe(see);
    const none = rx.of(1).pipe(rx.first(x => x > 1));
    none.subscribe({ error: error => see([error.name, error instanceof rx.EmptyError, error instanceof Error]) });
    return seen;
  },

  async rollup({ rollup }) {
    const files = {
      a: `import { b, c as d } from "b"; export default () => b + d(); console.log(\`\${class extends b {}}\`);`,
      b: "export let b = 1; export function c() { return b++; } export const unused = 2;",
    };
    const bundle = await rollup({ input: "a", plugins: [{ resolveId: id => id, load: id => files[id] }] });
    const { output } = await bundle.generate({ format: "cjs", exports: "auto", sourcemap: true });
    return [output[0].code, output[0].map.mappings];
  },

  prettier(prettier, folder) {
    const plugins = [require(path.join(folder, "parser-babel.js"))];
    const source = "const {a,...b}=c;class X extends Y{async *m(){for await(const z of x)yield`${z}`}};a?b:c?d:e";
    return [prettier.format(source, { parser: "babel", plugins }), prettier.version];
  },

  typescript(ts) {
    const source = `
      interface A { x: number } enum E { A, B = 2 }
      class C<T> implements A { x = 1; constructor(private y: T) {} *g() { yield* [1, 2]; } async m() { await this; } }
      const bad: string = 1; namespace N { export const q = <const>[1, ...[2]]; }`;
    const host = {
      getSourceFile: (name, target) => name === "a.ts" ? ts.createSourceFile(name, source, target, true) : undefined,
      writeFile() {},
      getDefaultLibFileName: () => "lib.d.ts",
      useCaseSensitiveFileNames: () => true,
      getCanonicalFileName: name => name,
      getCurrentDirectory: () => "",
      getNewLine: () => "\n",
      fileExists: name => name === "a.ts",
      readFile: () => undefined,
    };
    const program = ts.createProgram(["a.ts"], { target: 1, noLib: true }, host);
    const messages = ts.getPreEmitDiagnostics(program)
      .map(found => found.code + ": " + ts.flattenDiagnosticMessageText(found.messageText, " "));
    const compilerOptions = { target: 1, downlevelIteration: true };
    return [ts.transpileModule(source, { compilerOptions }).outputText, messages];
  },
};

const folder = path.resolve(process.argv[2]);
const name = process.argv[3];
const run = async () => tasks[name](require(path.join(folder, name + ".js")), folder);
run().then(made => console.log(inspect(made, { depth: 9, maxArrayLength: null, maxStringLength: null })));
