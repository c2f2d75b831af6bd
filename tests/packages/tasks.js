// node tasks.js FOLDER NAME: sets a package to work, as Node finds it from a folder, and prints what it made.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const { inspect } = require("util");
const page = require("./page.js");

const folder = path.resolve(process.argv[2]);
const load = createRequire(path.join(folder, "tasks.js"));
// What has a default export, and what says that it has, depends on the form of a package.
const ofForm = ["module.exports", "__esModule", "default"];
const names = object => Object.keys(object).filter(name => !ofForm.includes(name)).sort().join();
const turns = async count => { while (count-- > 0) await new Promise(resolve => setTimeout(resolve, 5)); };

const tasks = {
  lodash() {
    const _ = load("lodash-es");
    return [
      _.chunk([1, 2, 3, 4, 5], 2),
      _.merge({ a: { b: 1 } }, { a: { c: 2 } }),
      _.template("<%= a %>-<%= b %>")({ a: 1, b: 2 }),
      _.cloneDeep({ map: new Map([[1, { x: 2 }]]), date: new Date(0) }),
      _.default([1, 2, 3]).map(x => x * 2).filter(x => x > 2).value(),
      [_.kebabCase("fooBar Baz"), _.words("fred, barney, & pebbles"), _.toArray("a\u{1F600}b")],
      names(_),
    ];
  },

  three() {
    const three = load("three");
    const turned = new three.Matrix4().makeRotationX(1).multiply(new three.Matrix4().makeTranslation(1, 2, 3));
    const geometry = new three.BufferGeometry();
    geometry.setAttribute("position", new three.BufferAttribute(new Float32Array([0, 0, 0, 1, 2, 3, 4, 0, 1]), 3));
    geometry.computeVertexNormals();
    const scene = new three.Scene();
    const mesh = new three.Mesh(geometry, new three.MeshBasicMaterial({ color: 0x123456, side: three.DoubleSide }));
    scene.add(mesh);
    scene.updateMatrixWorld(true);
    const points = [[0, 0, 0], [1, 2, 3], [4, 0, 1]].map(([x, y, z]) => new three.Vector3(x, y, z));
    const ray = new three.Raycaster(new three.Vector3(1.5, 0.5, 5), new three.Vector3(0, 0, -1));
    const track = new three.VectorKeyframeTrack(".position", [0, 1, 2], [0, 0, 0, 1, 2, 3, 4, 4, 4]);
    const mixer = new three.AnimationMixer(mesh);
    mixer.clipAction(new three.AnimationClip("move", -1, [track])).play();
    mixer.update(0.5);
    return [
      turned.toArray(),
      scene.toJSON().geometries.length,
      new three.CatmullRomCurve3(points).getPoints(5).map(point => point.toArray()),
      new three.Box3().setFromObject(scene).max.toArray(),
      [new three.Color("hotpink").getHexString(), new three.Color().setHSL(0.3, 0.5, 0.5).toArray()],
      ray.intersectObject(scene).map(hit => [hit.distance, hit.point.toArray(), hit.faceIndex]),
      [mesh.position.toArray(), [...mesh.position], [...new three.Quaternion(1, 2, 3, 4)]],
      Array.from(new three.TorusKnotGeometry(1, 0.3, 8, 4).attributes.position.array, x => x.toFixed(5)).join(),
      new three.PerspectiveCamera(50, 1.5).projectionMatrix.toArray(),
      new three.Shape().moveTo(0, 0).lineTo(1, 0).bezierCurveTo(1, 1, 0, 1, 0, 0).getPoints(4),
      names(three),
    ];
  },

  ramda() {
    const R = load("ramda");
    return [
      R.pipe(R.map(R.inc), R.filter(x => x % 2), R.sum)([1, 2, 3, 4]),
      R.groupBy(x => x.t, [{ t: 1 }, { t: 2 }, { t: 1 }]),
      R.transduce(R.compose(R.map(R.add(1)), R.take(2)), R.flip(R.append), [], [1, 2, 3]),
      R.over(R.lensPath(["a", "b"]), R.inc, { a: { b: 1 } }),
      R.curry((a, b, c) => a + b + c)(1)(2)(3),
      names(R),
    ];
  },

  "date-fns"() {
    const dates = load("date-fns");
    const { de, ja, arEG } = load("date-fns/locale");
    const day = new Date(2020, 1, 29, 13, 5);
    return [
      dates.format(day, "yyyy-MM-dd'T'HH:mm EEEE do"),
      [de, ja, arEG].map(locale => dates.format(day, "PPPPpppp", { locale })),
      dates.addMonths(new Date(2020, 0, 31), 1).toISOString(),
      [dates.formatDistance(0, 9e8), dates.formatDistance(0, 9e8, { locale: de })],
      dates.parse("02/11/2014", "MM/dd/yyyy", new Date(0)).toISOString(),
      dates.parse("3. Mai 2021", "do MMMM yyyy", new Date(0), { locale: de }).toISOString(),
      dates.intervalToDuration({ start: 0, end: 1e10 }),
      [dates.formatDuration({ years: 2, months: 9, days: 1 }), dates.parseISO("2019-W05-3").getTime()],
      dates.eachWeekOfInterval({ start: day, end: dates.addWeeks(day, 3) }).length,
      [dates.lightFormat(day, "yyyy-MM-dd"), dates.formatRFC7231(new Date(0))],
      [names(dates), names(load("date-fns/fp"))],
    ];
  },

  "d3-array"() {
    const d3 = load("d3-array");
    return [
      d3.extent([3, 1, 2]),
      d3.bin()([1, 2, 3, 4, 5, 6]).map(bin => bin.length),
      [...d3.group([{ a: 1 }, { a: 2 }, { a: 1 }], x => x.a)].map(([key, values]) => [key, values.length]),
      d3.cross([1, 2], [3, 4]),
      d3.ticks(0, 10, 5),
      d3.rollups([1, 2, 3], values => values.length, x => x % 2),
      [...d3.union([new Date(0)], [new Date(0), new Date(1)])],
      +new d3.Adder().add(0.1).add(0.2),
      names(d3),
    ];
  },

  async rxjs() {
    const rx = load("rxjs");
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
    async function* three() { yield 1; yield* [2, 3]; }
    await rx.from(three()).pipe(rx.concatMap(async x => x * 2)).forEach(see);
    const failing = rx.timer(1).pipe(rx.switchMap(() => rx.throwError(() => "bad")), rx.catchError(error => rx.of(error)));
    see(await rx.firstValueFrom(failing));
    const grouped = rx.interval(1).pipe(rx.take(3), rx.groupBy(x => x % 2), rx.mergeMap(group => group.pipe(rx.toArray())));
    see(await rx.lastValueFrom(grouped));
    const { TestScheduler } = load("rxjs/testing");
    const scheduler = new TestScheduler((actual, expected) => see([actual, expected]));
    scheduler.run(({ cold, expectObservable }) =>
      expectObservable(cold("-a--b|").pipe(rx.debounceTime(2))).toBe("---a--(b|)"));
    return [seen, names(rx)];
  },

  async rollup() {
    const { rollup } = load("rollup");
    const files = {
      a: `import { b, c as d } from "b"; export default () => b + d(); console.log(\`\${class extends b {}}\`);`,
      b: "export let b = 1; export function c() { return b++; } export const unused = 2;",
    };
    const bundle = await rollup({ input: "a", plugins: [{ resolveId: id => id, load: id => files[id] }] });
    const { output } = await bundle.generate({ format: "cjs", exports: "auto", sourcemap: true });
    return [output[0].code, output[0].map.mappings];
  },

  prettier() {
    const prettier = load("prettier");
    const source = "const {a,...b}=c;class X extends Y{#p=1;async *m(){for await(const z of x)yield`${z}`}};a?.b?c:d?e:f??g";
    const texts = {
      babel: source,
      scss: "a{color:red;&:hover{b:c}}@media (min-width:1px){x{y:z}}",
      markdown: "# a\n* b\n1. c\n```js\nx  =1\n```",
      typescript: "interface A<T>{a?:T|undefined}",
      html: "<p>a<b>c</b></p><script>x=1</script>",
      yaml: "a: [1,   2]\nb:\n    - c",
    };
    return [Object.entries(texts).map(([parser, text]) => prettier.format(text, { parser })), prettier.version];
  },

  typescript() {
    const ts = load("typescript");
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

  async zod() {
    const { z, ZodError, prettifyError } = load("zod");
    const tree = z.object({ name: z.string().min(2), get children() { return z.array(tree); } });
    const user = z.object({
      id: z.uuid().or(z.number().int()),
      email: z.email(),
      born: z.coerce.date().optional(),
      tags: z.set(z.enum(["a", "b"])).default(new Set(["a"])),
      kind: z.discriminatedUnion("type", [
        z.object({ type: z.literal("x"), x: z.number() }),
        z.object({ type: z.literal("y"), y: z.string().transform(text => text.length) }),
      ]),
    }).refine(value => value.email !== "no@no.no", { error: "not this one", path: ["email"] });
    const seen = [];
    const see = (schema, value) => {
      const { success, data, error } = schema.safeParse(value);
      seen.push(success ? data : [error.issues, prettifyError(error), error instanceof ZodError]);
    };
    see(user, { id: 1, email: "a@b.co", born: "2020-01-01", kind: { type: "y", y: "four" } });
    see(user, { id: "x", email: "no", kind: { type: "z" }, tags: new Set(["c"]) });
    see(user, { id: 2, email: "no@no.no", kind: { type: "x", x: 1 } });
    see(tree, { name: "ab", children: [{ name: "c", children: [] }] });
    see(z.tuple([z.string()]).rest(z.bigint()), ["a", BigInt(1), 2]);
    see(z.record(z.string(), z.map(z.string(), z.number())), { a: new Map([["k", "v"]]) });
    see(z.templateLiteral(["v", z.number(), ".", z.enum(["x", "y"])]), "v1.z");
    see(z.strictObject({ a: z.stringbool() }), { a: "yes", b: 1 });
    seen.push((await z.string().refine(async text => text === "a").safeParseAsync("b")).error.issues);
    seen.push(z.codec(z.string(), z.number(), { decode: Number, encode: String }).encode(5));
    seen.push(JSON.stringify(z.toJSONSchema(tree)));
    const { z: v3 } = load("zod/v3");
    seen.push(v3.object({ a: v3.string().email() }).safeParse({ a: 1 }).error.format());
    const mini = load("zod/mini");
    seen.push(mini.safeParse(mini.pipe(mini.string(), mini.transform(text => text + "!")), "a"));
    seen.push(load("zod/locales").de().localeError({ code: "too_big", origin: "string", maximum: 3 }));
    return [seen, names(z), names(load("zod"))];
  },

  async graphql() {
    const graphql = load("graphql");
    const schema = graphql.buildSchema(`
      "Who" interface Node { id: ID! }
      type User implements Node { id: ID!, name(upper: Boolean = false): String, friends(first: Int): [User!]! }
      enum Colour { RED GREEN } input Filter { colour: Colour = RED, words: [String!] } union Any = User
      directive @slow(by: Int) on FIELD
      type Query { me: User, find(filter: Filter): [Any], fails: Int! } type Subscription { count(to: Int): Int }`);
    const user = (id, name) => ({
      __typename: "User",
      id,
      friends: ({ first }) => [user(id + 1, "friend")].slice(0, first),
      name: async ({ upper }) => upper ? name.toUpperCase() : name,
    });
    const rootValue = {
      me: () => user(1, "ada"),
      find: ({ filter }) => [user(2, JSON.stringify(filter))],
      fails() { throw new Error("it does"); },
      async *count({ to }) { for (let n = 1; n <= to; n++) yield { count: n }; },
    };
    const asked = [];
    const ask = async (source, variableValues) =>
      asked.push(JSON.stringify(await graphql.graphql({ schema, source, rootValue, variableValues })));
    await ask("query Q($up: Boolean) { me { id name(upper: $up) friends(first: 1) { ... on Node { id } name } } }", { up: true });
    await ask("{ find(filter: { words: [\"a\"] }) { __typename ... on User { name } } }");
    await ask("{ me { id } fails }");
    await ask("{ nothing me { name { x } } }");
    await ask("{ me ");
    const counted = [];
    const counts = await graphql.subscribe({ schema, document: graphql.parse("subscription { count(to: 3) }"), rootValue });
    for await (const { data } of counts) counted.push(data.count);
    const visited = [];
    graphql.visit(graphql.parse("query A($a: Int = 1) { b(c: $a) @include(if: true) { ...D } } fragment D on E { f }"), {
      enter: node => void visited.push(node.kind),
      leave: node => void visited.push(node.name?.value),
    });
    return [
      asked, counted, visited,
      graphql.printSchema(schema), graphql.print(graphql.parse("{a(b:[1,2.5,\"x\",null,$v]){...on C{d:e}}}")),
      JSON.stringify(graphql.introspectionFromSchema(schema)).length,
      graphql.findBreakingChanges(schema, graphql.buildSchema("type Query { me: Int }")),
      names(graphql),
    ];
  },

  async "query-core"() {
    const query = load("@tanstack/query-core");
    const client = new query.QueryClient({ defaultOptions: { queries: { retry: false } } });
    client.mount();
    const seen = [];
    let calls = 0;
    const options = { queryKey: ["a", { b: 1 }], queryFn: async ({ queryKey }) => [calls++, queryKey], staleTime: 1e6 };
    seen.push(await client.fetchQuery(options), await client.fetchQuery(options), client.getQueryData(options.queryKey));
    const observer = new query.QueryObserver(client, { ...options, select: data => data[0] });
    const unsubscribe = observer.subscribe(result => seen.push([result.status, result.fetchStatus, result.data]));
    await client.invalidateQueries({ queryKey: ["a"] });
    await turns(2);
    unsubscribe();
    const bad = client.fetchQuery({ queryKey: ["bad"], queryFn: () => Promise.reject(new TypeError("no")) });
    await bad.catch(error => seen.push(String(error)));
    const mutation = new query.MutationObserver(client, {
      mutationFn: async value => value * 2,
      onMutate: value => ({ before: value }),
      onSuccess: (...values) => seen.push(values.slice(0, 3)),
      onSettled: () => client.setQueryData(["c"], 3),
    });
    mutation.subscribe(result => seen.push(result.status));
    seen.push(await mutation.mutate(21));
    const pages = new query.InfiniteQueryObserver(client, {
      queryKey: ["pages"],
      queryFn: ({ pageParam }) => [pageParam],
      initialPageParam: 0,
      getNextPageParam: (_, all) => all.length,
    });
    const stop = pages.subscribe(() => {});
    await turns(2);
    seen.push((await pages.fetchNextPage()).data);
    stop();
    const other = new query.QueryClient();
    query.hydrate(other, query.dehydrate(client));
    seen.push(other.getQueryCache().getAll().map(({ queryHash }) => queryHash), query.hashKey([{ b: 1, a: undefined }]));
    client.unmount();
    client.clear();
    other.clear();
    return [seen, names(query)];
  },

  async preact() {
    const { h, render, Component, Fragment, createContext, cloneElement, toChildArray } = load("preact");
    const { useState, useReducer, useEffect, useMemo, useContext } = load("preact/hooks");
    global.document = page.document;
    const Theme = createContext("light");
    const seen = [];
    let set;
    const Counter = ({ start, ...others }) => {
      const [count, setCount] = useState(start);
      const [log, add] = useReducer((list, item) => [...list, item], []);
      set = setCount;
      useEffect(() => {
        seen.push(`effect ${count}`);
        add(count);
        return () => seen.push(`clean ${count}`);
      }, [count]);
      const double = useMemo(() => count * 2, [count]);
      return h("p", { class: useContext(Theme), ...others }, count, "/", double, ":", log.join());
    };
    class Boundary extends Component {
      state = { error: null };
      static getDerivedStateFromError(error) { return { error }; }
      render({ children }, { error }) { return error ? `caught ${error.message}` : children; }
    }
    const Fails = () => { throw new Error("it does"); };
    const app = keys => h(Theme.Provider, { value: "dark" },
      h(Counter, { start: 1, title: "t" }), h(Fragment, null, keys.map(key => h("i", { key }, key))), h(Boundary, null, h(Fails)));
    const root = page.document.createElement("div");
    render(app(["a", "b", "c"]), root);
    seen.push(page.html(root));
    await turns(40);
    set(count => count + 4);
    await turns(80);
    seen.push(page.html(root));
    render(app(["c", "x", "a"]), root);
    await turns(40);
    seen.push(page.html(root));
    render(null, root);
    seen.push(page.html(root), toChildArray([h("a"), null, ["b", 1]]).length, cloneElement(h("a", { b: 1 }), { c: 2 }, "d").props);
    return [seen, names(load("preact"))];
  },

  async vue() {
    const vue = load("vue");
    const { ref, reactive, h, nextTick } = vue;
    const seen = [];
    const state = reactive({ count: 1, list: [3, 1, 2], map: new Map([["k", { v: 1 }]]), set: new Set() });
    const scope = vue.effectScope();
    scope.run(() => {
      const sorted = vue.computed(() => [...state.list].sort().join());
      vue.watch([sorted, () => state.map.get("k").v], ([now, v], [before]) => seen.push(["watched", before, now, v]));
      vue.watch(() => [...state.set], (values, _, onCleanup) => {
        seen.push(values);
        onCleanup(() => seen.push("cleaned"));
      }, { flush: "sync" });
    });
    state.list.push(0);
    state.map.get("k").v++;
    state.set.add("x").add("y");
    await nextTick();
    scope.stop();
    state.list.push(9);
    await nextTick();
    const { count } = vue.toRefs(state);
    count.value += 5;
    seen.push(state.count, vue.isReactive(vue.shallowReactive([{}])[0]), ref(ref(1)).value, vue.toRaw(state) === state);

    const Child = {
      props: { label: { type: String, default: "none" } },
      setup: (props, { slots }) => () => h("i", [props.label, vue.inject("given"), slots.default?.({ a: 1 })]),
    };
    const items = ref(["a", "b", "c", "d"]);
    const app = vue.createRenderer(page.nodeOps).createApp({
      setup: () => vue.provide("given", "!"),
      render: () => h("ul", { id: "list" }, items.value.map(item =>
        h("li", { key: item }, [h(Child, { label: item }, { default: ({ a }) => `slot ${a}` })]))),
    });
    const root = page.document.createElement("div");
    app.mount(root);
    seen.push(page.html(root));
    items.value = ["d", "x", "b", "a"];
    await nextTick();
    seen.push(page.html(root));
    app.unmount();
    seen.push(page.html(root));

    const template = "<p :class=\"{ a: x }\" @click=\"y\">{{ x?.z }}<b v-for=\"(i, n) in 3\" :key=\"i\">{{ i }}{{ n }}</b></p>";
    const { compile } = load("@vue/compiler-dom");
    seen.push(compile(template).code, compile("<a v-if=\"b\">x</a><input v-else v-model=\"c\">").code);
    return seen;
  },

  async svelte() {
    const svelte = load("svelte/internal/client");
    const { SvelteMap, SvelteSet, SvelteDate, SvelteURLSearchParams } = load("svelte/reactivity");
    const { writable, derived, get, readable, fromStore } = load("svelte/store");
    const log = [];
    const count = svelte.state(1);
    const double = svelte.derived(() => svelte.get(count) * 2);
    const deep = svelte.proxy({ list: [1, { a: 2 }], get sum() { return this.list[0] + this.list[1].a; } });
    const map = new SvelteMap([["k", 1]]);
    const set = new SvelteSet([1]);
    const stop = svelte.effect_root(() => {
      svelte.render_effect(() => { log.push(["double", svelte.get(double)]); return () => log.push("undone"); });
      svelte.render_effect(() => { log.push(["deep", deep.sum, deep.list.length]); });
      svelte.render_effect(() => { log.push(["map", map.get("k"), map.size, [...map], set.has(2), [...set]]); });
    });
    svelte.flush();
    svelte.set(count, 5);
    deep.list[1].a++;
    deep.list.push(3);
    map.set("k", 2).set("l", 3);
    set.add(2);
    svelte.flush();
    stop();
    const values = writable(1, set => { set(2); return () => log.push("stopped"); });
    const both = derived([values, readable(3)], ([a, b], set) => { set(a + b); });
    const unsubscribe = both.subscribe(value => log.push(["store", value]));
    values.update(value => value * 10);
    unsubscribe();
    log.push(get(both), new SvelteDate(0).getTime(), String(new SvelteURLSearchParams("a=1&b=2")), fromStore(values).current);
    const easing = load("svelte/easing");
    log.push(Object.keys(easing).sort().filter(name => !ofForm.includes(name)).map(name => [name, easing[name](0.3).toFixed(9)]));

    const { compile } = load("svelte/compiler");
    const source = `<script>
      let { items, title = "none", ...rest } = $props(); let total = $derived(items.reduce((a, b) => a + b.n, 0));
      </script>
      {#snippet row(item, i)}<li class:odd={i % 2}>{item.n}{@html item.h ?? ""}</li>{/snippet}
      <h1 {...rest}>{title} {total}</h1>{#each items as item, i (item.n)}{@render row(item, i)}{:else}none{/each}
      {#if total > 3}many{:else if total}some{/if}<style>h1 { color: red }</style>`;
    const [client, server] = ["client", "server"].map(generate => compile(source, { generate, filename: "App.svelte" }).js.code);
    const body = server.replace(/import \* as (\S+) from ('[^']*')/g, "const $1 = load($2)").replace("export default ", "");
    const App = new Function("load", `${body}; return App`)(load);
    for (const items of [[], [{ n: 1 }, { n: 2, h: "<b>x</b>" }, { n: 4 }]]) {
      const made = load("svelte/server").render(App, { props: { items, id: "a&b" } });
      log.push(made.head, made.body);
    }
    return [log, client, server, names(load("svelte")), names(svelte)];
  },

  async mobx() {
    const mobx = load("mobx");
    const { makeAutoObservable, makeObservable, observable, computed, action, autorun, reaction, flow } = mobx;
    mobx.configure({ enforceActions: "never" });
    const seen = [];
    class Todo {
      title = "";
      done = false;
      constructor(title) { makeAutoObservable(this); this.title = title; }
      toggle() { this.done = !this.done; }
    }
    class Store {
      todos = [];
      extra = new Map();
      constructor() {
        makeObservable(this, { todos: observable, extra: observable, open: computed, add: action, fetch: flow });
      }
      get open() { return this.todos.filter(todo => !todo.done).length; }
      add(title) { this.todos.push(new Todo(title)); return this; }
      *fetch(title) { const got = yield Promise.resolve(title + "!"); this.add(got); return got; }
    }
    const store = new Store();
    const stop = autorun(() => seen.push(`open ${store.open} of ${store.todos.length}`));
    reaction(() => [...store.extra.keys()].join(), (now, before) => seen.push([before, now]));
    store.add("a").add("b");
    store.todos[0].toggle();
    store.extra.set("k", 1).set("l", 2);
    mobx.runInAction(() => { store.todos.splice(0, 1); store.add("c"); });
    seen.push(await store.fetch("d"), mobx.toJS(store.todos).map(todo => ({ ...todo })));
    const later = mobx.when(() => store.todos.length > 3);
    store.add("e");
    await later;
    stop();
    const box = observable.box(1);
    const list = observable([3, 1, 2]);
    mobx.observe(list, change => seen.push([change.type, change.index, change.added, change.removed]));
    list.replace([5, 6]);
    list.length = 1;
    mobx.intercept(box, change => ({ ...change, newValue: change.newValue * 2 }));
    box.set(4);
    seen.push(box.get(), mobx.isObservableMap(store.extra), [...list], Array.isArray(list));
    seen.push(JSON.stringify(observable({ a: [1], get b() { return 2; } })));
    return [seen, names(mobx)];
  },

  yaml() {
    const YAML = load("yaml");
    const source = [
      "# head", "a: &x [1, 0x1F, 1.5e3, .inf, ~, yes]", "b: *x", "c: |+", "  text", "   more", "", "d: >-", "  folded", "  lines",
      "? [k]", ": !!set { s, t }", "e: {<<: {f: 1}, g: 'q'' \"'}", "t: 2001-12-14t21:59:43.10-05:00", "...", "---", "- !!omap [a: 1, b: 2]", "",
    ].join("\n");
    const edited = YAML.parseDocument("a:\n  - b # note\n  - c\n");
    edited.addIn(["a"], { d: [1, 2] });
    edited.deleteIn(["a", 0]);
    edited.set("z", new Map([["k", new Set(["v"])]]));
    const visited = [];
    YAML.visit(edited, {
      Scalar: (key, { value }) => void visited.push([key, value]),
      Pair: (_, { key }) => String(key) === "d" ? YAML.visit.SKIP : undefined,
    });
    return [
      YAML.parseAllDocuments(source).map(document => [document.toJS({ mapAsMap: true }), String(document), document.errors]),
      [YAML.parse("a: 1\n<<: {b: 2}", { merge: true }), YAML.parse("[y, 0o14, 012]", { version: "1.1" })],
      [String(edited), visited],
      YAML.parseDocument("a: [1\nb: }\n- c: *none").errors.map(error => [error.code, error.message, error.linePos]),
      YAML.stringify({ a: "x: y", b: [[], {}], c: "multi\nline", d: null, e: "\u{1F600}", f: BigInt(5), g: -0 }, { indent: 4 }),
      [[...new YAML.Lexer().lex("a: b")].length, [...new YAML.Parser().parse("a: {b: c}")].map(token => token.type)],
      names(YAML),
    ];
  },

  async undici() {
    const http = require("http");
    const undici = load("undici");
    const { request, fetch, FormData, Headers, Response, Request, MockAgent } = undici;
    const server = http.createServer(async (message, response) => {
      const chunks = [];
      for await (const chunk of message) chunks.push(chunk);
      if (message.url === "/moved") return response.writeHead(302, { location: "/there" }).end();
      if (message.url === "/slow") return setTimeout(() => response.end("late"), 300);
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      const body = Buffer.concat(chunks).toString().replace(/-{4,}formdata-undici-\d+/g, "BOUNDARY");
      const type = (message.headers["content-type"] ?? "none").replace(/boundary=.*/, "boundary");
      response.end(JSON.stringify({ method: message.method, url: message.url, type, body, x: message.headers["x-a"] }));
    });
    await new Promise(resolve => server.listen(0, resolve));
    const origin = `http://localhost:${server.address().port}`;
    const seen = [];
    const plain = await request(`${origin}/a?b=1`, { method: "POST", body: "text", headers: { "x-a": "y" } });
    seen.push(plain.statusCode, await plain.body.json(), plain.headers["set-cookie"]);
    const moved = await fetch(`${origin}/moved`);
    seen.push(moved.status, moved.redirected, await moved.json(), moved.headers.getSetCookie());
    const form = new FormData();
    form.set("k", "v");
    form.append("f", new Blob(["data"], { type: "text/plain" }), "f.txt");
    seen.push(await (await fetch(origin, { method: "PUT", body: form })).json());
    const aborted = new AbortController();
    setTimeout(() => aborted.abort(), 20);
    await fetch(`${origin}/slow`, { signal: aborted.signal }).catch(error => seen.push(error.name));
    const headers = new Headers([["b", "1"], ["A", "2"], ["b", "3"]]);
    seen.push([...headers], headers.get("B"), new Request(origin, { headers, method: "delete" }).method);
    try { new Headers({ "bad name": "1" }); } catch (error) { seen.push([error.name, error.message]); }
    seen.push(await Response.json({ a: 1 }, { status: 201 }).clone().text(), (await new Response("x").blob()).size);
    const stream = new ReadableStream({ start(control) { control.enqueue(new TextEncoder().encode("ab")); control.close(); } });
    for await (const chunk of new Response(stream).body) seen.push(Buffer.from(chunk).toString());
    const pool = new undici.Pool(origin, { connections: 2, pipelining: 1 });
    const all = [1, 2, 3].map(async n => (await (await pool.request({ path: `/${n}`, method: "GET" })).body.json()).url);
    seen.push(await Promise.all(all));
    await pool.close();
    const mock = new MockAgent();
    mock.disableNetConnect();
    mock.get("http://mocked").intercept({ path: "/x", method: "GET" }).reply(418, { tea: true });
    const mocked = await fetch("http://mocked/x", { dispatcher: mock });
    seen.push(mocked.status, await mocked.json());
    const refused = await request(`${origin}/x`, { dispatcher: mock }).catch(error => error);
    seen.push([refused.name, refused.code, refused instanceof undici.errors.UndiciError]);
    await mock.close();
    await undici.getGlobalDispatcher().destroy();
    server.close();
    server.closeAllConnections();
    return [JSON.parse(JSON.stringify(seen).replaceAll(origin, "ORIGIN")), names(undici)];
  },
};

// Lowered modules keep the extension .mjs, although they are CommonJS: Node has to be told.
if (path.basename(folder) === "esm") {
  require.extensions[".mjs"] = (module, file) => module._compile(fs.readFileSync(file, "utf8"), file, "commonjs");
}
const run = async () => tasks[process.argv[3]]();
run().then(made => console.log(inspect(made, { depth: 12, maxArrayLength: null, maxStringLength: null })));
