//! Generators, and what they share with async functions: a body that can be suspended becomes a state machine.
//!
//! ```js
//! function* g(n) { while (n > 0) { log(yield n); n--; } }
//! // becomes
//! _asGenerator(g);
//! function g(n) {
//!   return _generator(g, this, function (_m, _state, _sent) {
//!     for (;;) switch (_state) {
//!       case 0:
//!         if (!(n > 0)) { _state = 2; continue; }
//!         _m.state = 1;
//!         return n;
//!       case 1:
//!         log(_sent);
//!         n--;
//!         _state = 0;
//!         continue;
//!       case 2:
//!         return;
//!     }
//!   });
//! }
//! ```
//!
//! The body is lowered like any other first; only `yield` and `await` stay, as expressions. Then its statements, not
//! those of functions in it, are taken apart where they hold one ([`statements`], [`expressions`]) and moved whole
//! where they don't ([`whole`]). The variables of the body become variables of the function around the machine.
//! `helpers/js/machine.js` says how the machine is run.
//!
//! The rules that are easy to miss:
//! - parameters are bound when the function is called, the body begins with the first `next`;
//! - what was evaluated before a `yield` in the same expression must be kept, also the function that is called and
//!   its receiver;
//! - `return` and `throw` from outside run the `finally` clauses, which may suspend in their turn, or jump elsewhere;
//! - generators inherit from the `prototype` that their function has when it is called;
//! - a generator function can't be called by `new`;
//! - in a module that stays one, bundlers drop a function that nobody calls: there, it is marked by a variable that it refers
//!   to, `var _g = _g || /*#__PURE__*/ _asGenerator(g);`, with `return _generator(_g || (_g = _asGenerator(g)), this, …)`.
//!
//! Runtime: `_asGenerator`, `_generator`, `_delegate` for `yield*`, `_keysIn` for `for-in`, `_inner` and `_machine` for
//! loop bodies that became functions, `_unwind` and `_after` for `try`, `_generatorKind` where the file has a word by which it
//! can see what generator functions inherit from.

mod emitter;
mod expressions;
mod leaps;
mod statements;
mod suspends;
mod whole;

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::{Lower, frame::Suspension};
use crate::{
    build,
    helpers::Helper,
    options::Modules,
    scope::{FileKind, TEMP},
};
use emitter::Machine;

pub(super) use suspends::suspends;

/// The names of what the function of a machine is called with.
#[derive(Clone)]
pub(super) struct MachineNames {
    machine: Ident,
    state: Ident,
    sent: Ident,
}

impl Lower {
    /// `yield`; it stays an expression until the body is taken apart.
    pub(super) fn yield_expression(&mut self, expr: &mut YieldExpr) {
        if let Some(value) = &mut expr.arg {
            self.expr(value);
        }
        let is_async = self.frame().suspension == Some(Suspension::AsyncGenerator);
        if expr.delegate {
            // _delegate(_m, value)
            let helper = if is_async { Helper::AsyncDelegate } else { Helper::Delegate };
            let iterable = expr.arg.take().map_or_else(build::undefined, |value| *value);
            let machine = Expr::Ident(self.machine_names().machine);
            expr.arg = Some(Box::new(self.helper(helper, [machine, iterable])));
        } else if is_async {
            let value = expr.arg.take().map_or_else(build::undefined, |value| *value);
            expr.arg = Some(Box::new(await_value(value)));
        }
    }

    /// `return _generator(g, this, function (_m, _state, _sent) { … });`, or what it is for the kind of function.
    pub(super) fn suspended_body(&mut self, kind: Suspension, body: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let mut args = match kind {
            Suspension::Async => vec![],
            Suspension::Generator | Suspension::AsyncGenerator => {
                vec![self.marked_reference(kind), build::this()]
            }
        };
        let (functions, body) = body.into_iter().partition(|stmt| matches!(stmt, Stmt::Decl(Decl::Fn(_))));
        out.extend::<Vec<Stmt>>(functions);
        args.append(&mut self.machine(body));
        let helper = match kind {
            Suspension::Generator => Helper::Generator,
            Suspension::Async => Helper::Async,
            Suspension::AsyncGenerator => Helper::AsyncGenerator,
        };
        let value = self.helper(helper, args);
        out.push(build::return_at(DUMMY_SP, Some(value)));
    }

    /// `return _machine(function (_m, _state, _sent) { … });`: the body of a function that is called by
    /// [`call_machine`].
    pub(super) fn machine_body(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let args = self.machine(stmts);
        let machine = self.helper(Helper::Machine, args);
        vec![build::return_at(DUMMY_SP, Some(machine))]
    }

    /// The body of a function whose variables belong to the function around it. Nothing in it suspends.
    pub(super) fn without_variables(&mut self, mut stmts: Vec<Stmt>) -> Vec<Stmt> {
        let names = self.machine_names();
        Machine::new(self, names).hoist_variables(&mut stmts);
        stmts
    }

    /// The function of a machine that runs `body`, and what finds the clauses of its regions, if it has any.
    fn machine(&mut self, mut body: Vec<Stmt>) -> Vec<Expr> {
        let names = self.machine_names();
        let mut machine = Machine::new(self, names);
        let mut args = if suspends::mark(&mut body) {
            machine.statements(body);
            machine.finish()
        } else {
            vec![machine.without_cases(body)]
        };
        if self.function_facts().evaluates
            && let Some(Expr::Fn(function)) = args.first_mut()
            && let Some(body) = &mut function.function.body
        {
            body.stmts = self.eval_part(std::mem::take(&mut body.stmts));
        }
        args
    }

    /// Runs what `call` returns, a machine, in place of the current one, and gives what it returns.
    pub(super) fn call_machine(&mut self, call: Expr) -> Expr {
        // _inner(_m, call)
        let machine = Expr::Ident(self.machine_names().machine);
        let inner = self.helper(Helper::Inner, [machine, call]);
        Expr::Yield(YieldExpr { span: DUMMY_SP, arg: Some(Box::new(inner)), delegate: true })
    }

    /// One set of names does for the whole file: each function refers to its own.
    fn machine_names(&mut self) -> MachineNames {
        if let Some(names) = &self.machine_names {
            return names.clone();
        }
        let names = MachineNames {
            machine: self.fresh_ident("m"),
            state: self.fresh_ident("state"),
            sent: self.fresh_ident("sent"),
        };
        self.machine_names = Some(names.clone());
        names
    }

    /// Makes a function that was just lowered what its kind is in the source: `_asGenerator(function g() {})`, and
    /// where the file can see it, `_generatorKind(_asGenerator(function g() {}), "GeneratorFunction",
    /// _asGenerator)`. `name` is what it is called, if that is not the name that it has.
    pub(super) fn marked_function(&mut self, function: Expr, kind: Suspension, name: Option<&str>) -> Expr {
        let function = if self.marks(kind) { build::pure(self.helper(kind.mark(), [function])) } else { function };
        self.named_kind(function, kind, name)
    }

    /// Gives a function that is marked what only some files can see, and a name that it has lost.
    fn named_kind(&mut self, mut function: Expr, kind: Suspension, name: Option<&str>) -> Expr {
        if self.facts.kinds_are_observed {
            let of = build::name(&self.helper_name(kind.mark()));
            let tag = match kind {
                Suspension::Generator => "GeneratorFunction",
                Suspension::Async => "AsyncFunction",
                Suspension::AsyncGenerator => "AsyncGeneratorFunction",
            };
            function = build::pure(self.helper(Helper::GeneratorKind, [function, build::str(tag), of]));
        }
        if let Some(name) = name {
            // _setFunctionName(function, "name")
            function = build::pure(self.helper(Helper::SetFunctionName, [function, build::str(name)]));
        }
        function
    }

    /// Whether functions of a kind are marked: an async function has no `prototype`, if the file can see that.
    pub(super) fn marks(&self, kind: Suspension) -> bool {
        kind != Suspension::Async || self.facts.kinds_are_observed
    }

    /// `_asGenerator(g);` where the current function begins: the declaration of `g` has been hoisted. With a variable,
    /// `var _g = _g || _asGenerator(g);`, which has no effect if nobody calls `g`.
    pub(super) fn mark_declaration(
        &mut self,
        function: Ident,
        kind: Suspension,
        name: Option<&str>,
        variable: Option<Ident>,
    ) {
        if name.is_none() && !self.marks(kind) {
            return;
        }
        let function = Expr::Ident(Ident { span: DUMMY_SP, ..function });
        let Some(variable) = variable else {
            // Here it is done for its effect.
            let marked = self.marked_function(function, kind, name).with_span(DUMMY_SP);
            return self.frame().first.push(build::statement(marked));
        };
        let marked = build::pure(self.helper(kind.mark(), [function]));
        let once = build::binary(op!("||"), Expr::Ident(variable.clone()), marked);
        let value = self.named_kind(once, kind, name);
        self.frame().first.push(build::var(variable, value));
    }

    /// The variable for a marked function called `name` that is declared here, at the top of a module that bundlers read.
    pub(super) fn variable_of_mark(&mut self, name: &str, kind: Option<Suspension>) -> Option<Ident> {
        let is_dropped =
            self.modules == Modules::Preserve && self.facts.file_kind == FileKind::Module && self.is_at_top();
        let is_generator = matches!(kind, Some(Suspension::Generator | Suspension::AsyncGenerator));
        (is_dropped && is_generator).then(|| self.ident_at_top(name))
    }

    /// The current function, marked. In a cycle of modules it may be called before the statement that marks it; what its
    /// generators inherit from must stay the same after that.
    fn marked_reference(&mut self, kind: Suspension) -> Expr {
        let frame = self.frame();
        let (function, own) = (frame.function, frame.self_name.clone());
        let Some(variable) = frame.mark.clone().map(Expr::Ident) else { return self.self_reference(function) };
        match own.filter(|own| !self.declares_in(function, &own.sym)) {
            // _g || (_g = _asGenerator(g))
            Some(own) => {
                let marked = self.helper(kind.mark(), [build::name(&own.sym)]);
                build::binary(op!("||"), variable.clone(), build::assign(variable, marked))
            }
            // Where it is reassigned, or hidden from itself, nothing else leads to it.
            None => variable,
        }
    }
}

impl Suspension {
    /// What makes a function one of this kind.
    fn mark(self) -> Helper {
        match self {
            Self::Generator => Helper::AsGenerator,
            Self::Async => Helper::AsAsync,
            Self::AsyncGenerator => Helper::AsAsyncGenerator,
        }
    }
}

/// `await value`
pub(super) fn await_value(value: Expr) -> Expr {
    Expr::Await(AwaitExpr { span: DUMMY_SP, arg: Box::new(value) })
}

/// A name that is assigned where nothing else can see it.
fn temp_ident(ident: &Ident) -> Ident {
    Ident { ctxt: swc_common::SyntaxContext::from_u32(TEMP), ..ident.clone() }
}
