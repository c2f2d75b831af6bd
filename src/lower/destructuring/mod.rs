//! Destructuring: one core for declarations, parameters, assignments, `catch` and loop heads.
//!
//! ```js
//! var { a, b: [c, d = 1], ...rest } = o;
//! // becomes
//! var a = o.a, _b = _take(o.b, 2), c = _b[0], _d = _b[1], d = _d === void 0 ? 1 : _d,
//!   rest = _objectWithoutProperties(o, ["a", "b"]);
//! ```
//!
//! A pattern becomes [`Step`]s, in the order of evaluation that
//! [ES2018 §12.15.5](https://tc39.es/ecma262/2018/#sec-destructuring-assignment) and
//! [§13.3.3](https://tc39.es/ecma262/2018/#sec-destructuring-binding-patterns) give; whoever asked makes statements or
//! expressions of them.
//!
//! The rules that are easy to miss:
//! - the target of an assignment (`f().x`) is evaluated before its value is read;
//! - a default is evaluated only if the value is `undefined`, and before the next value is read.
//!
//! With `iterableIsArray`, an array pattern reads indices: `a = xs[0]`. With `skipForOfIteratorClosing`, its iterator is
//! stepped without a `try` around. With `objectRestNoSymbols`, a rest is what `_objectWithoutKeys` leaves.

mod array;
mod object;

use swc_common::{DUMMY_SP, Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{base_name, nameless, repeat},
    reference::Reference,
};
use crate::build;

/// What a pattern's names are, and what may be built.
#[derive(Clone, Copy)]
pub(super) struct Mode {
    /// The names are declared here; else they exist already.
    pub(super) declares: bool,
    /// Statements may be built; else expressions only.
    pub(super) in_statement: bool,
}

impl Mode {
    pub(super) const DECLARE: Self = Self { declares: true, in_statement: true };
    pub(super) const ASSIGN: Self = Self { declares: false, in_statement: true };
    pub(super) const ASSIGN_IN_EXPRESSION: Self = Self { declares: false, in_statement: false };
}

/// A piece of lowered destructuring.
pub(super) enum Step {
    /// Something to evaluate.
    Effect(Expr),
    /// A declared name gets its value.
    Bind(Ident, Expr),
    /// A declared name is there, without a value.
    Declare(Ident),
    /// A temporary gets its value.
    Temp(Ident, Expr),
    /// Steps that take values from an iterator, which must be closed afterwards.
    Iterate { iterator: Ident, steps: Vec<Step> },
}

/// Where a value goes, evaluated as far as it must be before the value is read.
enum Target {
    /// A name that is declared.
    Declared(Ident),
    Assigned(Reference),
    Pattern(Pat),
}

impl Target {
    /// The variable after which an anonymous function is called that is stored here.
    fn function_name(&self) -> Option<&Ident> {
        match self {
            Self::Declared(ident) => Some(ident),
            Self::Assigned(reference) => reference.function_name(),
            Self::Pattern(_) => None,
        }
    }
}

impl Lower {
    /// Takes `value` (lowered) apart by `pat` (not lowered).
    pub(super) fn pattern(&mut self, pat: Pat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        match pat {
            Pat::Array(array) => self.array_pattern(array, value, mode, steps),
            Pat::Object(object) => self.object_pattern(object, value, mode, steps),
            Pat::Assign(assign) => self.element(*assign.left, Some(assign.right), value, mode, steps),
            other => self.element(other, None, value, mode, steps),
        }
    }

    /// The value of a default; a function without a name is called `name`.
    pub(super) fn default_value(&mut self, mut default: Expr, name: Option<&Ident>) -> Expr {
        match name {
            Some(name) => self.lower_named(&mut default, &name.sym, 0),
            None => self.expr(&mut default),
        }
        default
    }

    /// One target, which gets `value` or the default.
    fn element(&mut self, pat: Pat, default: Option<Box<Expr>>, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let target = self.target(pat, mode, steps);
        let value = match default {
            None => value,
            Some(default) => {
                let value = self.hold_step(value, "value", steps);
                let default = self.default_value(*default, target.function_name());
                // value === void 0 ? default : value
                build::conditional(build::is_undefined(repeat(&value)), default, value)
            }
        };
        self.store(target, value, mode, steps);
    }

    /// Evaluates a target as far as the specification does before it reads the value.
    fn target(&mut self, pat: Pat, mode: Mode, steps: &mut Vec<Step>) -> Target {
        let expr = match pat {
            Pat::Ident(ident) if mode.declares => return Target::Declared(ident.id),
            Pat::Ident(ident) => Expr::Ident(ident.id),
            Pat::Expr(expr) => *expr,
            other => return Target::Pattern(other),
        };
        if let Expr::SuperProp(SuperPropExpr { prop: SuperProp::Computed(_), .. }) = expr.unwrap_parens() {
            let check = self.check_of_this();
            steps.extend(check.map(Step::Effect));
        }
        let reference = self.reference_to(expr);
        Target::Assigned(reference.map_parts(|part, base| self.hold_step(part, base, steps)))
    }

    fn store(&mut self, target: Target, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        match target {
            Target::Declared(mut ident) => {
                let value = self.initialize(&mut ident, value);
                steps.push(Step::Bind(ident, value));
            }
            Target::Assigned(reference) => {
                let written = self.write(DUMMY_SP, reference, value);
                steps.push(Step::Effect(written));
            }
            Target::Pattern(pat) => self.pattern(pat, value, mode, steps),
        }
    }

    /// Makes a lowered value usable more than once.
    pub(super) fn hold_step(&mut self, value: Expr, base: &str, steps: &mut Vec<Step>) -> Expr {
        if self.is_repeatable(&value) {
            return value;
        }
        let base = base_name(&value, base);
        let temp = self.local_ident(&base);
        steps.push(Step::Temp(temp.clone(), nameless(value)));
        Expr::Ident(temp)
    }
}

fn split_default(pat: Pat) -> (Pat, Option<Box<Expr>>) {
    match pat {
        Pat::Assign(assign) => (*assign.left, Some(assign.right)),
        other => (other, None),
    }
}

// Steps to code.
impl Lower {
    /// Steps as statements; names and temporaries are declared by `var`.
    pub(super) fn declare_steps(&mut self, steps: Vec<Step>, span: Span) -> Vec<Stmt> {
        let mut stmts = vec![];
        let mut declarators = vec![];
        for step in steps {
            match step {
                Step::Bind(ident, value) if self.is_hoisted_out(&ident) => {
                    flush(&mut declarators, span, &mut stmts);
                    self.declare_hoisted(ident.clone());
                    stmts.push(build::statement_at(span, build::assign(Expr::Ident(ident), value)));
                }
                Step::Declare(ident) if self.is_hoisted_out(&ident) => self.declare_hoisted(ident),
                Step::Declare(ident) => {
                    declarators.push(VarDeclarator { span: ident.span, ..build::declarator(ident, None) })
                }
                Step::Bind(ident, value) | Step::Temp(ident, value) => {
                    let span = ident.span.to(value.span());
                    declarators.push(VarDeclarator { span, ..build::declarator(ident, Some(value)) });
                }
                Step::Effect(effect) => {
                    flush(&mut declarators, span, &mut stmts);
                    stmts.push(build::statement_at(span, effect));
                }
                Step::Iterate { iterator, steps } => {
                    flush(&mut declarators, span, &mut stmts);
                    let body = self.declare_steps(steps, DUMMY_SP);
                    stmts.push(self.closing(iterator, body));
                }
            }
        }
        flush(&mut declarators, span, &mut stmts);
        stmts
    }

    /// Steps as expressions; temporaries are declared by the frame.
    pub(super) fn step_expressions(&mut self, steps: Vec<Step>) -> Vec<Expr> {
        let mut exprs = vec![];
        for step in steps {
            match step {
                Step::Effect(effect) => exprs.push(effect),
                Step::Bind(ident, value) => exprs.push(build::assign(Expr::Ident(ident), value)),
                Step::Declare(_) => {}
                Step::Temp(ident, value) => {
                    self.declare(ident.clone(), None);
                    exprs.push(build::assign(Expr::Ident(ident), value));
                }
                // Patterns that are taken apart in an expression put this into a function.
                Step::Iterate { .. } => debug_assert!(false, "a `try` cannot stand in an expression"),
            }
        }
        exprs
    }
}

fn flush(declarators: &mut Vec<VarDeclarator>, span: Span, stmts: &mut Vec<Stmt>) {
    if !declarators.is_empty() {
        stmts.push(build::var_at(span, std::mem::take(declarators)));
    }
}
