//! Trees without any parentheses, put together from pieces of source text, are enclosed, printed, parsed again and
//! compared. Every operand is put into every operator, and the result into every statement.

use super::*;
use swc_common::{FileName, SourceMap, sync::Lrc};
use swc_ecma_ast::Script;
use swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_program};

/// Operators around `$`; `$` may be the target of an assignment, too, where the grammar has an expression there.
#[rustfmt::skip]
const OPERATORS: &[&str] = &[
    "$.p", "$[0]", "$[$]", "$()", "x($)", "x($, $)", "x(...$)", "new $", "new $()", "new $(0)", "new $.p()",
    "new $.p", "new ($().p)()", "new x($)", "new x(...$)", "$`t`", "x`${$}`", "`${$}`", "$?.p", "$?.[0]", "$?.p.q",
    "$?.p()", "x?.[$]", "x?.($)", "-$", "+$", "!$", "~$", "typeof $", "void $", "delete $.p", "await $", "++$.p",
    "$.p++", "--$[0]", "$[0]--", "yield $", "yield* $", "$ ? $ : $", "x = $", "x += $", "x **= $", "$.p = 1",
    "$[0] = 1", "$.p -= $", "[x] = $", "{x} = $", "$, $", "x, $, y", "[$, , $]", "[...$]", "({p: $})", "({[$]: 1})",
    "({[$]() {}})", "({get [$]() {}})", "({set [$](v) {}})", "({...$})", "() => $", "x => $", "async x => $",
    "() => { $; }", "(function () { return $; })", "(class extends $ {})", "super[$]", "super.m($)", "import($)",
    "$ + $", "$ - $", "$ * $", "$ / $", "$ % $", "$ ** $", "$ << $", "$ >> $", "$ >>> $", "$ < $", "$ > $", "$ <= $",
    "$ >= $", "$ in $", "$ instanceof $", "$ == $", "$ != $", "$ === $", "$ !== $", "$ & $", "$ ^ $", "$ | $",
    "$ && $", "$ || $", "$ ?? $",
];

/// One operator of each kind.
#[rustfmt::skip]
const DEEP: &[&str] = &[
    "$.p", "$()", "new $", "new $()", "$`t`", "$?.p", "-$", "typeof $", "$[0]++", "yield $", "$ ? $ : $", "x = $",
    "$.p = 1", "$, $", "x => $", "$ + $", "$ ** $", "$ in $", "$ && $", "$ || $", "$ ?? $", "await $",
    "(class extends $ {})", "[$]",
];

/// Expressions without an operand to replace.
#[rustfmt::skip]
const OPERANDS: &[&str] = &[
    "a", "let", "async", "this", "1", "1.5", "0x10", "1e21", "'s'", "'use strict'", "/r/g", "null", "true", "[]",
    "[a]", "{}", "{a: 1}", "{m() {}}", "function () {}", "function f() {}", "function* () {}", "async function () {}",
    "class {}", "class C extends D {}", "`t`", "new.target", "super.p", "yield", "import('m')", "a.b().c", "a()`t`",
    "new a", "new a.b", "new new a", "new a()", "let[0]", "let.p", "let[0].p", "let()[0]",
];

/// Statements around an expression.
#[rustfmt::skip]
const STATEMENTS: &[&str] = &[
    "$;", "l: $;", "if ($) $; else $;", "while ($) $;", "do $; while ($)", "for ($;;) $;", "for (;$;) ;",
    "for (;;$) ;", "for (var v = $;;) ;", "for (var v = $, w = $; $; $) ;", "for (let v = $;;) ;", "for (v in $) ;",
    "for (var v in $) ;", "for ($.p in x) ;", "for (var v of $) ;", "for ($.p of x) ;", "for ($[0] of x) ;",
    "for await ($.p of x) ;", "with ($) $;", "switch ($) { case $: $; }", "return $;", "throw $;",
    "var v = $, w = $;", "const v = $;", "try { $; } catch (e) { $; } finally { $; }", "class E extends $ {}",
    "() => $;", "$ => $;",
];

/// A statement that does not end where its `else` might be taken.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "if (a) b;", "if (a) b; else c;", "if (a) b; else if (c) d;", "for (;;) if (a) b;", "for (k in o) if (a) b;",
    "for (k of o) if (a) b;", "while (a) if (b) c;", "with (a) if (b) c;", "l: if (a) b;", "do if (a) b; while (c)",
    "{ if (a) b; }", "l: while (a) for (;;) with (o) if (b) c; else if (d) e;", "try { } finally { if (a) b; }", "b;",
];

/// Statements whose parentheses are all needed.
#[rustfmt::skip]
const NEEDED: &[&str] = &[
    "a.b.c().d[e](f)`g`;", "new a.b(c);", "new a().b;", "new new a()();", "new new a;", "new (a().b)();",
    "new a[b()]();", "a + b * c - d / e ** f ** g;", "a && b || c && d ? e || f : g = h;",
    "a = b = c ? d = e : f = g;", "- -a + +b;", "- --a;", "a - -b;", "!(a && b);", "typeof a.b;", "a, b;", "x[a, b];",
    "x((a, b), c);", "(function() {})();", "({}).p();", "({}).p = a;", "a = function() {}();", "a = {}.p;",
    "a = class {\n}.p;", "(function() {}), a;", "(a = b).c;", "(-1) ** 2;", "2 ** -1;", "1..p;", "1.5.p;",
    "return_(a, b);", "for (var i = (a in b); c in d; e in f) ;", "for (i = x[a in b] ? c in d : (e in f);;) ;",
    "for (var k in a, b) ;", "if (a) if (b) c;", "if (a) if (b) c; else d;", "() => ({});", "(x) => x, y;",
    "(let)[0] = 1;", "let.p = 1;", "`${a, b}`;", "((x) => x)();", "(a?.b).c;", "a?.b.c();", "(a ?? b) || c;",
    "a ?? b | c;", "throw a, b;", "var v = (a, b);", "var v = (x) => (a, b);",
];

#[test]
fn every_operand_in_every_operator_in_every_statement() {
    let mut sources = vec![];
    for operator in OPERATORS {
        for inner in OPERANDS.iter().map(|operand| operand.to_string()).chain(OPERATORS.iter().map(|o| put(o, "a"))) {
            sources.push(format!("({}).end;", put(operator, &inner)));
        }
    }
    for statement in STATEMENTS {
        sources.extend(OPERANDS.iter().map(|operand| put(statement, operand)));
        for operand in ["a", "{}", "function () {}"] {
            sources.extend(OPERATORS.iter().map(|operator| put(statement, &put(operator, operand))));
        }
    }
    all_survive(sources, 15_000);
}

#[test]
fn every_operand_three_operators_deep() {
    let mut sources = vec![];
    for outer in DEEP {
        for middle in DEEP {
            for inner in DEEP {
                for operand in ["a", "{}", "let"] {
                    sources.push(format!("{};", put(outer, &put(middle, &put(inner, operand)))));
                }
            }
        }
    }
    all_survive(sources, 30_000);
}

#[test]
fn every_if_keeps_its_else() {
    let mut sources = vec![];
    for consequent in BODIES {
        // Made by hand: in source text only a block could hold the consequent.
        sources.extend(BODIES.iter().map(|alternative| format!("if (z) {{ {consequent} }} else {alternative}")));
    }
    all_survive(sources, BODIES.len() * BODIES.len());
}

#[test]
fn exports() {
    let mut sources = vec![];
    for operand in OPERANDS {
        sources.push(format!("export default ({operand});"));
        for operator in OPERATORS.iter().chain(&["$"]) {
            sources.push(format!("export default ({});", put(operator, operand)));
            sources.push(format!("export var v = ({});", put(operator, operand)));
        }
    }
    all_survive(sources, 5_000);
}

#[test]
fn nothing_is_enclosed_without_need() {
    for source in NEEDED {
        let printed = print(&enclosed(source));
        assert_eq!(squeeze(&printed), squeeze(source));
    }
}

#[test]
fn negative_numbers_are_operators() {
    for (operator, expected) in [
        ("$.p", "(-1).p"),
        ("$ ** 2", "(-1) ** 2"),
        ("2 ** $", "2 ** -1"),
        ("-$", "- -1"),
        ("a - $", "a - -1"),
        ("$()", "(-1)()"),
        ("$ + 2", "-1 + 2"),
        ("new $", "new (-1)"),
    ] {
        let mut program = parsed(&format!("{operator};")).expect(operator);
        program.visit_mut_with(&mut Fill(-1.0));
        enclose_program(&mut program, &Positions::default());
        assert_eq!(print(&program).trim(), format!("{expected};"));
    }
}

#[test]
fn comments_come_out_once() {
    let mut expr = Expr::Call(swc_ecma_ast::CallExpr {
        span: swc_common::Span::new(swc_common::BytePos::PURE, swc_common::BytePos::PURE),
        callee: Callee::Expr(Box::new(Expr::Ident("f".into()))),
        ..Default::default()
    });
    enclose(&mut expr, Place::NewCallee { arguments: true });
    assert_eq!(swc_ecma_codegen::to_code(&expr), "(/*#__PURE__*/ f())");
}

#[test]
fn a_call_that_begins_another_is_not_annotated() {
    let pure = |callee: Expr| {
        Expr::Call(swc_ecma_ast::CallExpr {
            span: swc_common::Span::new(swc_common::BytePos::PURE, swc_common::BytePos::PURE),
            callee: Callee::Expr(Box::new(callee)),
            ..Default::default()
        })
    };
    let mut expr = pure(pure(Expr::Ident("f".into())));
    enclose_operands(&mut expr);
    assert_eq!(swc_ecma_codegen::to_code(&expr), "/*#__PURE__*/ f()()");
    let Expr::Call(call) = &mut expr else { unreachable!() };
    call.span = swc_common::DUMMY_SP;
    assert_eq!(swc_ecma_codegen::to_code(&expr), "f()()");
}

/// Puts `operand` in parentheses, for the parser's sake, in place of every `$`.
fn put(operator: &str, operand: &str) -> String {
    operator.replace('$', &format!("({operand})"))
}

/// Takes the valid ones of `sources`, at least `enough`, and panics about those that do not come back the same.
fn all_survive(sources: Vec<String>, enough: usize) {
    let results: Vec<_> = sources.iter().filter_map(|source| survives(source)).collect();
    let faults: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).take(40).cloned().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(results.len() >= enough, "only {} of {} sources are valid", results.len(), sources.len());
}

/// The tree of `source` without parentheses must come back from what is printed for it. `None`: it is not valid,
/// or the parser fails to see an operand in `yield let`.
fn survives(source: &str) -> Option<Result<(), String>> {
    if source.contains("yield") && source.contains("let") {
        return None;
    }
    let mut expected = parsed(source)?;
    expected.visit_mut_with(&mut Strip);
    let printed = print(&enclosed(source));
    let Some(mut actual) = parsed(&printed) else {
        return Some(Err(format!("{source} becomes the invalid {printed}")));
    };
    actual.visit_mut_with(&mut Strip);
    let same = actual.eq_ignore_span(&expected);
    Some(if same { Ok(()) } else { Err(format!("{source} becomes the different {printed}")) })
}

/// The tree of `source`, its own parentheses replaced by those that are needed.
fn enclosed(source: &str) -> Program {
    let mut program = parsed(source).expect(source);
    program.visit_mut_with(&mut Strip);
    enclose_program(&mut program, &Positions::default());
    program
}

/// Parses `source` as the body of a method in which `yield`, `await`, `super` and `let` may be written, as a module
/// if it exports something.
fn parsed(source: &str) -> Option<Program> {
    let exports = source.starts_with("export");
    let text = if exports { source.to_owned() } else { format!("({{ async *m() {{ {source}\n }} }});") };
    let file = SourceMap::default().new_source_file(Lrc::new(FileName::Anon), text);
    let mut recovered = vec![];
    let syntax = Syntax::Es(EsSyntax::default());
    let program = parse_file_as_program(&file, syntax, Default::default(), None, &mut recovered).ok()?;
    recovered.is_empty().then(|| if exports { program } else { body_of_method(program) })
}

/// The statements of the method that [`parsed`] wraps around a source.
fn body_of_method(program: Program) -> Program {
    struct Body(Vec<Stmt>);
    impl VisitMut for Body {
        fn visit_mut_method_prop(&mut self, method: &mut swc_ecma_ast::MethodProp) {
            self.0 = method.function.body.take().map(|body| body.stmts).unwrap_or_default();
        }
    }
    let mut program = program;
    let mut body = Body(vec![]);
    program.visit_mut_with(&mut body);
    Program::Script(Script { body: body.0, ..Script::default() })
}

fn print(program: &Program) -> String {
    swc_ecma_codegen::to_code(program)
}

fn squeeze(code: &str) -> String {
    code.split_whitespace().collect()
}

/// Takes every pair of parentheses away, and the braces around a lone statement of an `if`.
struct Strip;

impl VisitMut for Strip {
    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        while let Expr::Paren(paren) = expr {
            *expr = mem::take(&mut *paren.expr);
        }
        expr.visit_mut_children_with(self);
    }

    fn visit_mut_simple_assign_target(&mut self, target: &mut SimpleAssignTarget) {
        if let SimpleAssignTarget::Paren(paren) = target {
            let inside = mem::take(paren.expr.unwrap_parens_mut());
            *target = SimpleAssignTarget::try_from(Box::new(inside)).expect("a target");
        }
        target.visit_mut_children_with(self);
    }

    fn visit_mut_pat(&mut self, pat: &mut Pat) {
        pat.visit_mut_children_with(self);
        if let Pat::Expr(expr) = pat
            && let Expr::Ident(name) = &mut **expr
        {
            *pat = Pat::Ident(mem::take(name).into());
        }
    }

    fn visit_mut_if_stmt(&mut self, stmt: &mut swc_ecma_ast::IfStmt) {
        while let Stmt::Block(block) = &mut *stmt.cons
            && block.stmts.len() == 1
        {
            *stmt.cons = block.stmts.remove(0);
        }
        stmt.visit_mut_children_with(self);
    }
}

/// Puts a number in place of every `$`.
struct Fill(f64);

impl VisitMut for Fill {
    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        if expr.is_ident_ref_to("$") {
            *expr = Expr::Lit(self.0.into());
        }
        expr.visit_mut_children_with(self);
    }
}
