//! Loops whose closures hold a binding of the iteration: the body becomes a function, called once per iteration.
//!
//! ```js
//! for (let i = 0; i < 3; i++) { if (f(() => i)) break; }
//! // becomes
//! var _loop = function _loop(i) { if (f(function () { return i; })) return 1; };
//! for (var i = 0; i < 3; i++) { if (_loop(i)) break; }
//! ```
//!
//! The contract between the function and the loop:
//! - what the head declares comes in as parameters; if the body assigns it, it goes out again, before the update, into
//!   the loop's own variables, which then have other names (CreatePerIterationEnvironment,
//!   [ES2018 §13.7.4.9](https://tc39.es/ecma262/2018/#sec-createperiterationenvironment));
//! - the function returns nothing to go on, a number for a jump out of the body, `{ v: value }` for a `return`;
//! - `this` and `arguments` are those around; `var`s and functions of the source stay variables of the function around;
//! - where closures stand in the test or the update, these move into the function, to its beginning: they belong to
//!   the iteration that follows;
//! - where the body holds a `yield` or `await`, the function returns a state machine, which is run in place of the one
//!   around ([`generator`](super::generator));
//! - closures in the initialisation hold variables of their own, which no iteration changes.

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::{
    Lower, Value,
    generator::suspends,
    jumps::{Exit, Jump, JumpKind, label_names, with_labels},
    loops::{Labels, append_body},
};
use crate::{
    ast::names_in_pattern,
    build,
    problem::Problem,
    scope::{LoopFacts, SymbolId, symbol_id},
};

/// A loop body that is being written as a function.
#[derive(Default)]
pub(super) struct LoopBody {
    /// The loop's own labels.
    pub(super) labels: Vec<Atom>,
    /// The ways out that its jumps take; the number returned for each is its index plus one.
    pub(super) exits: Vec<Exit>,
    /// (variable of the loop, variable of the body): copied before the next iteration.
    pub(super) copy_out: Vec<(Ident, Ident)>,
    /// Whether a direct `eval` stands in it.
    evaluates: bool,
    /// The label of the body, if `continue` must go to its end, where the copies are made.
    pub(super) end: Option<Atom>,
}

/// `_i = i;` for each.
fn copies(pairs: &[(Ident, Ident)]) -> Option<Stmt> {
    let copies = pairs.iter().map(|(to, from)| build::assign(Expr::Ident(to.clone()), Expr::Ident(from.clone())));
    (!pairs.is_empty()).then(|| build::statement(build::sequence(copies.collect())))
}

// Loops other than `for`.
impl Lower {
    /// Makes the body of a loop a function, and calls it in its place. `head` are the names that a `for-in` or `for-of`
    /// declares, and their value.
    pub(super) fn body_in_function(
        &mut self,
        body: &mut Stmt,
        head: Option<(ForHead, Expr)>,
        facts: LoopFacts,
        labels: &Labels,
        out: &mut Vec<Stmt>,
    ) {
        let evaluates = facts.evaluates;
        let loop_body = LoopBody { labels: label_names(labels), evaluates, ..LoopBody::default() };
        self.open_loop_body(loop_body);
        let mut stmts = vec![];
        let mut params = vec![];
        let mut args = vec![];
        if let Some((head, value)) = head {
            let (param, mut bound) = self.head_parameter(head);
            params.push(param);
            args.push(value);
            stmts.append(&mut bound);
        }
        self.body(body);
        append_body(&mut stmts, std::mem::take(body));
        let called = self.close_loop_body(params, args, stmts, labels, out);
        *body = build::block(called);
    }

    /// The parameter that takes the value of a `for-in` or `for-of` head, and the statements that take it apart.
    fn head_parameter(&mut self, head: ForHead) -> (Ident, Vec<Stmt>) {
        if let ForHead::VarDecl(decl) = &head
            && let Some(Pat::Ident(name)) = decl.decls.first().map(|declarator| &declarator.name)
        {
            let mut name = name.id.clone();
            self.rename(&mut name);
            return (name, vec![]);
        }
        let param = self.fresh_ident("ref");
        let bound = self.bind_head(head, Expr::Ident(param.clone()));
        (param, bound)
    }

    fn open_loop_body(&mut self, loop_body: LoopBody) {
        let function = self.frame().function;
        self.open_lexical_frame(function, Some(loop_body));
    }

    /// Leaves the body: `var _loop = function _loop(params) { stmts };` goes to `out`, and what is returned calls it.
    fn close_loop_body(
        &mut self,
        params: Vec<Ident>,
        args: Vec<Expr>,
        mut stmts: Vec<Stmt>,
        labels: &Labels,
        out: &mut Vec<Stmt>,
    ) -> Vec<Stmt> {
        let LoopBody { exits, copy_out, end, evaluates, .. } = self.frame().loop_body.take().unwrap_or_default();
        if let Some(label) = end {
            stmts = vec![with_labels(vec![(DUMMY_SP, build::ident(&label))], build::block(stmts))];
        }
        stmts.extend(copies(&copy_out));
        let is_suspended = suspends(&stmts);
        stmts = match is_suspended {
            true => self.machine_body(stmts),
            false if evaluates => self.eval_part(stmts),
            false => stmts,
        };
        self.close_frame(&mut stmts);
        let name = self.fresh_ident("loop");
        let itself = Some(build::ident(&name.sym));
        out.push(build::var(name.clone(), build::function(itself, params, stmts)));
        let mut call = build::call(Expr::Ident(name), args);
        if is_suspended {
            call = self.call_machine(call);
        }
        self.frame().jumps.push(Jump { labels: label_names(labels), kind: JumpKind::Loop });
        let called = self.dispatch(call, exits);
        self.frame().jumps.pop();
        called
    }

    /// Calls the function and goes the way out that it returns.
    fn dispatch(&mut self, call: Expr, exits: Vec<Exit>) -> Vec<Stmt> {
        let mut stmts = vec![];
        match &exits[..] {
            [] => stmts.push(build::statement(call)),
            // if (_loop()) break;
            [only] if *only != Exit::Return => {
                let taken = self.exit_statement(only.clone(), None);
                stmts.push(build::when(call, taken));
            }
            _ => {
                // var _ret = _loop();
                let result = self.fresh_ident("ret");
                stmts.push(build::var(result.clone(), call));
                let result = || Expr::Ident(result.clone());
                let is_return = exits.contains(&Exit::Return);
                for (index, exit) in exits.iter().enumerate().filter(|(_, exit)| **exit != Exit::Return) {
                    // if (_ret === 1) break;
                    let is_taken = build::binary(op!("==="), result(), build::num((index + 1) as f64));
                    let taken = self.exit_statement(exit.clone(), None);
                    stmts.push(build::when(is_taken, taken));
                }
                if is_return {
                    // if (_ret) return _ret.v;
                    let taken = self.exit_statement(Exit::Return, Some(build::member(result(), "v")));
                    stmts.push(build::when(result(), taken));
                }
            }
        }
        stmts
    }

    /// The jump itself, which may have to leave a function around in its turn.
    fn exit_statement(&mut self, exit: Exit, value: Option<Expr>) -> Stmt {
        let label = |label: &Atom| Some(build::ident(label));
        let mut out = vec![];
        match exit {
            Exit::Break(name) => {
                let label = name.as_ref().and_then(label);
                self.jump_statement(Stmt::Break(BreakStmt { span: DUMMY_SP, label }), &mut out);
            }
            Exit::Continue(name) => {
                let label = label(&name);
                self.jump_statement(Stmt::Continue(ContinueStmt { span: DUMMY_SP, label }), &mut out);
            }
            Exit::Return => {
                self.return_lowered(DUMMY_SP, value, &mut out);
            }
        }
        build::one(out)
    }
}

/// A name that the head of a `for` declares.
struct HeadName {
    symbol: SymbolId,
    /// What the source calls it, or scope made of that: its name in the iterations.
    inner: Option<Atom>,
    /// The variable of the loop, which holds its value between iterations.
    outer: Ident,
}

// `for` loops.
impl Lower {
    pub(super) fn for_with_closures(&mut self, stmt: ForStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let ForStmt { span, init, test, update, mut body } = stmt;
        let test_is_inside = facts.captured_in_test;
        let names = match &init {
            Some(VarDeclOrExpr::VarDecl(decl)) if decl.kind != VarDeclKind::Var => self.head_names(decl, facts),
            _ => vec![],
        };
        let init = self.for_init(init, &names, facts, out);
        if !facts.captured_in_body && !facts.captured_in_test {
            self.use_outer_names(&names);
            let stmt = ForStmt { span, init, test, update, body };
            let stmt = self.for_without_closures(stmt, &labels);
            self.use_inner_names(&names);
            return out.push(with_labels(labels, stmt));
        }
        let mut head = ForStmt { span, init, test: None, update: None, body: Box::new(Stmt::default()) };
        let mut inside = (test, update);
        if !test_is_inside {
            self.use_outer_names(&names);
            (head.test, head.update) = std::mem::take(&mut inside);
            self.for_test_and_update(&mut head);
            self.use_inner_names(&names);
        }
        let copy_out = names
            .iter()
            .filter(|name| {
                test_is_inside || facts.has_eval || self.facts.symbols[name.symbol as usize].writes.assigned_in_body
            })
            .map(|name| (name.outer.clone(), self.inner_ident(name)))
            .collect();
        let first = test_is_inside.then(|| self.fresh_ident("first"));
        if let Some(first) = &first {
            out.push(build::var(first.clone(), build::bool(true)));
        }
        let evaluates = facts.evaluates;
        self.open_loop_body(LoopBody { labels: label_names(&labels), copy_out, evaluates, ..LoopBody::default() });
        let mut stmts = first.map_or_else(Vec::new, |first| self.update_and_test(first, inside));
        self.body(&mut body);
        append_body(&mut stmts, *body);
        let params = names.iter().map(|name| self.inner_ident(name)).collect();
        let args = names.iter().map(|name| Expr::Ident(name.outer.clone())).collect();
        let called = self.close_loop_body(params, args, stmts, &labels, out);
        head.body = Box::new(build::block(called));
        out.push(with_labels(labels, Stmt::For(head)));
    }

    /// A loop in which only the initialisation makes closures.
    fn for_without_closures(&mut self, mut stmt: ForStmt, labels: &Labels) -> Stmt {
        self.for_test_and_update(&mut stmt);
        self.frame().jumps.push(Jump { labels: label_names(labels), kind: JumpKind::Loop });
        self.body(&mut stmt.body);
        self.frame().jumps.pop();
        Stmt::For(stmt)
    }

    /// The names of the head. A variable of the loop gets a name of its own where it differs from that of the body.
    fn head_names(&mut self, decl: &VarDecl, facts: LoopFacts) -> Vec<HeadName> {
        let mut idents = vec![];
        decl.decls.iter().for_each(|declarator| names_in_pattern(&declarator.name, &mut idents));
        let mut names = vec![];
        for ident in idents {
            let symbol = symbol_id(&ident);
            let facts_of = &self.facts.symbols[symbol as usize];
            let inner = facts_of.output.renamed.clone();
            let differs =
                facts.captured_in_test || facts.captured_in_init || facts_of.writes.assigned_in_body || facts.has_eval;
            let outer = match differs {
                true => self.fresh_ident(&ident.sym),
                false => build::ident(self.facts.output_name(symbol)),
            };
            names.push(HeadName { symbol, inner, outer });
        }
        names
    }

    /// The initialisation, under the loop's names. Closures in it get variables of their own:
    /// `var _i = 0, _f = function () { return _i; }, _i2 = _i, _f2 = _f`.
    fn for_init(
        &mut self,
        init: Option<VarDeclOrExpr>,
        names: &[HeadName],
        facts: LoopFacts,
        out: &mut Vec<Stmt>,
    ) -> Option<VarDeclOrExpr> {
        let decl = match init? {
            VarDeclOrExpr::VarDecl(decl) => decl,
            VarDeclOrExpr::Expr(mut expr) => {
                self.lower_expr(&mut expr, Value::Discarded);
                return Some(VarDeclOrExpr::Expr(expr));
            }
        };
        if !facts.captured_in_init || names.is_empty() {
            self.use_outer_names(names);
            let init = self.head_declaration(decl, out);
            self.use_inner_names(names);
            return init;
        }
        let mut copies = vec![];
        for name in names {
            let symbol = &self.facts.symbols[name.symbol as usize];
            if symbol.lookups.is_seen_in_with {
                let source_name = self.facts.output_name(name.symbol);
                self.problems.push(Problem::loop_name_in_with(source_name, symbol.span));
            }
            let base = self.facts.names.atom(symbol.name).clone();
            let own = if self.is_at_top() { self.ident_at_top(&base) } else { self.fresh_ident(&base) };
            self.facts.symbols[name.symbol as usize].output.renamed = Some(own.sym.clone());
            copies.push(build::declarator(name.outer.clone(), Some(Expr::Ident(own))));
        }
        self.statement(Stmt::Decl(Decl::Var(decl)), out);
        self.use_inner_names(names);
        let decl = VarDecl { kind: VarDeclKind::Var, decls: copies, ..Default::default() };
        Some(VarDeclOrExpr::VarDecl(Box::new(decl)))
    }

    /// `if (_first) _first = false; else update; if (!(test)) return 1;`, where `1` stands for `break`.
    fn update_and_test(&mut self, first: Ident, parts: (Option<Box<Expr>>, Option<Box<Expr>>)) -> Vec<Stmt> {
        let (test, update) = parts;
        let mut stmts = vec![];
        let begun = build::statement(build::assign(Expr::Ident(first.clone()), build::bool(false)));
        let mut update = update.map(|update| *update);
        if let Some(update) = &mut update {
            self.lower_expr(update, Value::Discarded);
        }
        stmts.push(build::when_else(Expr::Ident(first), begun, update.map(build::statement)));
        if let Some(test) = test {
            let test = self.lowered(test);
            let code = self.frame().loop_body.as_mut().map_or(1.0, |body| body.code(Exit::Break(None)));
            let leave = build::return_at(DUMMY_SP, Some(build::num(code)));
            stmts.push(build::when(build::unary(op!("!"), test), leave));
        }
        stmts
    }

    fn inner_ident(&self, name: &HeadName) -> Ident {
        build::ident(self.facts.output_name(name.symbol))
    }

    fn use_outer_names(&mut self, names: &[HeadName]) {
        for name in names {
            self.facts.symbols[name.symbol as usize].output.renamed = Some(name.outer.sym.clone());
        }
    }

    fn use_inner_names(&mut self, names: &[HeadName]) {
        for name in names {
            self.facts.symbols[name.symbol as usize].output.renamed = name.inner.clone();
        }
    }
}
