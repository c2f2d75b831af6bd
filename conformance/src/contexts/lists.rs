//! The places an expression can stand in, and the expressions. `$` is the place; everything is put there in parentheses
//! where it has operators of its own.

/// Expressions around an expression.
#[rustfmt::skip]
pub const OPERATORS: &[&str] = &[
    "$", "-$", "!$", "typeof $", "void $", "delete $.p", "$ + 1", "1 + $", "$ - a", "$ ** 2", "2 ** $", "$ < a", "\"p\" in $", "$ in o",
    "$ instanceof C", "$ === a", "$ && a", "a && $", "$ || a", "0 || $", "a ? $ : 0", "0 ? 0 : $", "$ ? a : b", "($, a)",
    "(a, $)", "$.p", "$[k]", "o[$]", "$.m()", "$.trim()", "$.f(a)", "$[k](a)", "$.f(...xs)", "$()", "$(a)", "$(...xs)", "f($)",
    "f(a, $, b)", "f(...xs, $)", "f(...[$])", "f(...$)", "o.f($)", "o.f(...xs, $)", "o.m().f($)", "new $", "new $(a)",
    "new $.C(a)", "new C($)", "new C(...xs, $)", "[$]", "[a, , $, b]", "[...xs, $]", "[...$]", "{ p: $ }", "{ p: a, [$]: b }",
    "{ ...$ }", "{ ...o, p: $ }", "{ p: $, ...o }", "{ p: a, get q() { return 1; }, r: $ }", "{ __proto__: $ }", "`t${$}t`", "`${a}${$}${$}`",
    "tag`t${$}`", "$`t`", "x = $", "x += $", "x **= $", "y = x = $", "o.p = $", "o[k] = $", "o[$] = a", "$.p = a", "$[k] = a",
    "o.n += $", "o.n **= $", "$.n += 1", "$.n **= 2", "$[k]++", "--$.n", "o[$]++", "[x] = [$]", "[x, y] = $", "[x = $] = []",
    "[o.p, ...x] = [$, a]", "{ p: x } = $", "{ p: x, ...y } = $", "{ [$]: x } = o", "{ z: x = $ } = o", "{ p: $.n } = o",
    "[$.n] = xs", "x = [y] = [$]", "x = { p: y } = $", "() => $", "(() => $)()", "(v = $) => v", "((v = $) => v)()",
    "((...r) => r)($)", "function () { return $; }", "(function (v = $) { return v; })()", "class extends $ {}", "class { [$]() {} }",
    "new class { constructor() { this.v = $; } }", "class { static m() { return $; } }.m()", "new class { v = $; }", "class { static v = $; }.v", "new class { #v = $; m() { return this.#v; } }().m()", "class { [$] = 1; }", "class { static { log($); } }", "new class extends C { constructor() { super($); } }",
    "{ m() { return super.toString === $; } }.m()", "yield $", "await $", "yield* $",
];

/// Statements around an expression.
#[rustfmt::skip]
pub const STATEMENTS: &[&str] = &[
    "$;", "return $;", "throw $;", "if ($) log(1); else log(2);", "if ($); log($);", "while ($) break;", "do { if (a--) continue; break; } while ($);",
    "for ($; ;) break;", "for (var i = 0; $ && i < 2; i++) log(i);", "for (var i = 0; i < 2; i++, $) log(i);", "for (let i = $; ;) { log(i); break; }",
    "for (var v = $, w = $; ;) { log(v, w); break; }", "for (x of [$, 1]) log(x);", "for (var v of $) log(v);", "for (const v of [$]) log(() => v);",
    "for (x in $) log(x);", "for (const { p: v = $ } of [o, {}]) log(v);", "for ([x = $] of [[], xs]) log(x);", "for (o[$] of xs) log(o);",
    "for (let i = 0; i < 2; i++) { f(() => i); if (i) continue; log($); }", "for (let i of xs) { f(() => i); if (i > 1) return $; }",
    "switch ($) { case 5: log(5); break; default: log(\"d\"); }", "switch (5) { case $: log(1); break; case 5: log(2); }",
    "var v = $; log(v);", "let v = $; log(v);", "const v = $, w = $; log(v, w);", "const { p, n: [v] = [$] } = o; log(p, v);", "const { [$]: v, ...w } = o; log(v, w);",
    "var [v = $, ...w] = xs; log(v, w);", "let [, , v = $] = xs; log(v);", "const { p: v, ...w } = $; log(v, w);", "try { throw $; } catch (v) { log(v); }", "try { throw o; } catch ({ p, z: v = $ }) { log(p, v); }",
    "try { return a; } finally { log($); }", "label: { log($); break label; }", "label: for (;;) { for (;;) { log($); break label; } }",
    "function g(v = $) { return v; } log(g());", "function g({ p = $ } = {}) { return p; } log(g());", "class D extends $ {} log(D);", "class D { m() { return $; } } log(new D().m());",
    "{ let a = 1; log($, a); }", "log(() => $);", "const g = () => this === $; log(g());", "log($, arguments.length);", "with (o) { log($); }",
    "for (let [v, w = $] of [[1], [2, 3]]) f(() => v), log(v, w);", "outer: for (let i of xs) { for (const j of xs) { if (j > 1) continue outer; f(() => i + j); log($); } }",
    "switch (a) { case 3: let v = $; f(() => v); log(v); }", "switch (a) { default: const v = $; { const v = 1; log(v); } log(v); }",
    "function* g() { yield* [$]; } log([...g()]);", "async function g() { return $; } log(g());", "{ function g() { return $; } log(g()); }",
    "do { let v = $; if (f(() => v)) break; } while (0);", "for (let i = 0, w = $; i < 2; i++) { if (i) break; log(() => w, w); }",
    "for (ex of [$, o]) ;", "for ([ex] of [xs]) log($);", "for (ex in $) ;", "for ({ p: ex = $ } of [{}, o]) log(ex);", "x = o; [x.p, x[k]] = [$, 1]; log(x);",
    "var { length } = [$, ...xs]; log(length);", "if (a) { let v = $; log(v); } else var v = 1;", "var g = (v, w = () => v) => { var v; v = $; return [w(), v]; }; log(g(1));",
    "try { throw $; } catch { log(a); }", "var v = o?.[$] ?? $; log(v);",
    "{ log(a); using v = { [Symbol.dispose]() { log(1); } }; log($); using w = null, u = $; log(w); }",
    "for (using v of [null, { p: $, [Symbol.dispose]() { log(this.p); } }]) { f(() => v); if (v) return $; }",
    "for (using v = { [Symbol.dispose]: () => log($) }, w = null; ;) { log(v === w); break; }", "{ using g = $; g = 1; }",
    "{ await using v = { [Symbol.asyncDispose]: async () => log(1) }; log($); using w = { [Symbol.dispose]: () => log($) }; }",
    "for (await using v of [{ p: $, [Symbol.asyncDispose]() { log(this.p); } }]) { f(() => v); log($); }",
    "for await (x of [$]) log(x);", "for await (const { p: v = $ } of [o, {}]) log(v);",
];

/// Expressions. All names of `world()` in `prelude.js` are in scope, `x` and `y` are variables, `ex` an exported one where there
/// are exports, `K` a constant.
#[rustfmt::skip]
pub const EXPRESSIONS: &[&str] = &[
    "a", "1", "-1", "1.5", "\"s\"", "null", "undefined", "/r/g", "this", "o", "xs", "f", "C", "o.p", "o.f", "o.f(a)", "f(a)", "f(...xs)", "o.f(...xs)",
    "o.o.p", "new C", "new C(a)", "new C(...xs)", "[a, b]", "[...xs]", "[...xs, a]", "{ p: a }", "{ ...o }", "{ ...o, z: a }", "{ a, [k]: b }", "{ p: a, m() {} }",
    "`t${a}t`", "tag`t${a}`", "-a", "!a", "typeof a", "void a", "a + b", "a ** b", "a < b", "a in o", "a && b", "0 || b", "a ? o : b", "(a, o)", "e(1, o)",
    "x = a", "x = { ...o }", "x += a", "x **= b", "x++", "o.n += a", "o.n **= b", "o.n++", "o[k]--", "[x] = xs", "{ p: x } = o", "{ p: x, ...y } = o", "x = [y] = xs",
    "ex", "ex = a", "ex = { ...o }", "ex = { ...o, p: ex }", "ex += a", "ex **= b", "ex++", "--ex", "[ex] = xs", "{ p: ex } = o", "{ z: ex = { ...o } } = o", "x = ex = { p: a, ...o }",
    "ex = () => a", "ex = class {}", "ex = `t${a}`", "() => a", "(...r) => r.length", "function () {}", "function* () {}", "async () => a", "class {}", "class extends C {}",
    "class { static p() {} }", "new class { p = a; q = this.p; static r = b; }", "new class extends C { p = super.toString === C; }", "new class { #p = a; #m(v) { return this.#p += v; } m() { return [this.#m(...xs), #p in this, this?.#p]; } }().m()", "class { static #p = a; static m() { return [this.#p++, x?.#p, this.#p ??= b]; } }.m()", "arguments[0]", "arguments", "new.target", "K", "K = a", "K++", "[K] = xs",
    "5n", "/(?i:R)x|(?<n>s)|(?<n>t)/.exec(\"s\").groups.n", "/[\\w--[a-r]]/v.test(\"s\")",
    "{ __proto__: o, m() { return super.f(...xs); } }.m()", "{ __proto__: o, m() { return [super.p, super.n **= 2, super.z = a]; } }.m()",
    "new class extends C { constructor(...r) { super(...r, a); this.v = () => this; } }(b)", "new class { get v() { return a; } set v(w) {} static *g() { yield a; } }().v",
    "((a, b = a, { p } = o, ...r) => [a, b, p, r])(...xs)", "(function (...r) { return arguments.length + r.length; })(...xs)", "(() => arguments.length)()", "(() => this)()",
    "[...function* () { yield* xs; }()]", "tag`${a}${tag`${b}`}`", "((p, q = () => p) => { var p; return q(); })(a)", "[x, ex] = [ex, x]", "{ p: ex = a, ...y } = o",
    "x = [...(y = xs)]", "ex.n **= b", "delete ex.p", "ex.f(...xs)", "ex.n++", "typeof ex", "(ex = a) + ex++", "{ p: ex.z } = o", "(ex) = () => a", "(ex) **= b",
    "o?.p", "x?.p", "o?.f(a)", "x?.f(e(1, a))", "o.z?.(a)", "o?.o?.p", "(x?.p)", "a ?? b", "x ?? e(1, o)", "x ??= a", "a ??= b", "ex ??= a", "ex &&= a",
    "ex.z ||= b", "o.z ??= () => 1", "x ??= class {}", "K ??= a", "K &&= a", "ex?.f(...xs)", "1_0",
    "(await o)?.p", "o?.f(await b)", "x ?? await o", "x ??= await o", "o.n &&= await 1", "await x?.p", "o?.[yield k]", "x ?? (yield b)", "x ||= yield a",
    "await e(1, o)", "await e(1, \"s\") || a", "a ? await o : b", "(a, await o)", "x = await o", "ex = await o", "o.n += await 1", "!await 0", "{ p: a, q: await b }", "[a, await b]",
    "(await o).f(a)", "(await o || a).f(await b)", "f(a, await b)", "o.f(await b)", "o.f(...xs, await b)", "new C(await a)", "`t${await a}`", "{ p: x } = await o", "await a ** b",
    "yield e(1, o)", "yield", "(yield a) || b", "x = yield o", "ex = yield a", "f(a, yield b)", "o.f(yield b)", "yield* xs", "{ ...yield o }", "[x] = yield xs",
];
