//! Array patterns.
//!
//! ```js
//! [a, b] = xs;  [a, b] = [b, a];  [o.a, o.b] = xs;
//! // becomes
//! _ref = _take(xs, 2), a = _ref[0], b = _ref[1];
//! _ref = b, b = a, a = _ref;
//! var _cursor = _iterator(xs);
//! try { o.a = _cursor.next(); o.b = _cursor.next(); } catch (_e) { _close(_cursor, [_e]); } finally { _close(_cursor); }
//! ```
//!
//! An iterator is closed when not all of its values were taken, also when something throws in between. Only a pattern in
//! which nothing can happen between two values ([`is_quiet`](Lower::is_quiet)) may take them all at once.
//!
//! The array of a constant that does not escape (`scope/escape/array.rs`) is read by index: `a = xs[0], b = xs[1]`. The
//! exchange of variables needs no array at all. Both leave out an iterator of all arrays that someone has replaced; without
//! `constantArrayIterator`, it is asked here as well. Without `ignoreFailedPatterns`, values are taken one by one wherever
//! someone could read a variable that a failed iterator left behind.

use rustc_hash::FxHashSet;
use swc_ecma_ast::*;

use super::{Lower, Mode, Step, split_default};
use crate::{
    build,
    helpers::Helper,
    lower::{evaluate_once::repeat, generator::suspends},
    scope::{ArrayFact, BindingKind},
};

impl Lower {
    pub(super) fn array_pattern(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        if let Expr::Array(literal) = &value
            && self.is_exchange(&pat, literal, mode)
            && let Expr::Array(literal) = value
        {
            self.exchange(pat, literal, mode, steps);
        } else if self.assumptions.iterable_is_array || self.reads_unescaped_array(&pat, &value, mode) {
            self.indexed_array(pat, value, mode, steps);
        } else if self.is_quiet(&pat, mode) {
            self.quiet_array(pat, value, mode, steps);
        } else if self.assumptions.skip_for_of_iterator_closing {
            let (_, mut stepped) = self.array_steps(pat, value, mode, steps);
            steps.append(&mut stepped);
        } else if mode.in_statement {
            self.stepwise_array(pat, value, mode, steps);
        } else {
            self.array_in_function(pat, value, steps);
        }
    }

    /// Whether a pattern in which nothing happens between two values is given the array of a constant that nobody can
    /// have changed.
    fn reads_unescaped_array(&self, pat: &ArrayPat, value: &Expr, mode: Mode) -> bool {
        let has_rest = matches!(pat.elems.last(), Some(Some(Pat::Rest(_))));
        let may_have_holes = self.facts.unescaped_array(value) == ArrayFact::WithHoles;
        value.is_ident() && self.is_unescaped_array(value) && self.is_quiet(pat, mode) && !(has_rest && may_have_holes)
    }

    /// `_ref = value, a = _ref[0], b = _ref[1]`
    fn indexed_array(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let reads_at_once = match &pat.elems[..] {
            [] => return steps.push(Step::Effect(value)),
            [only] => only.as_ref().is_some_and(|only| mode.declares || only.is_ident()),
            _ => false,
        };
        let list = if reads_at_once { value } else { self.hold_step(value, "ref", steps) };
        self.indexed_elements(pat.elems, list, mode, steps);
    }

    fn indexed_elements(&mut self, elems: Vec<Option<Pat>>, list: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let count = elems.len();
        let mut list = Some(list);
        for (index, elem) in elems.into_iter().enumerate() {
            let Some(array) = list.take() else { return };
            if index + 1 < count {
                list = Some(repeat(&array));
            }
            let at = build::num(index as f64);
            match elem {
                None => {}
                Some(Pat::Rest(rest)) => {
                    // list.slice(index)
                    let value = build::call_method(array, "slice", [at]);
                    self.pattern(*rest.arg, value, mode, steps);
                }
                Some(elem) => self.pattern(elem, build::index(array, at), mode, steps),
            }
        }
    }

    /// Whether nothing that can be observed, and nothing that can throw, happens between two values.
    fn is_quiet(&self, pat: &ArrayPat, mode: Mode) -> bool {
        pat.elems.iter().flatten().all(|elem| match elem {
            Pat::Ident(ident) => self.is_quiet_target(ident, mode),
            Pat::Assign(assign) => match &*assign.left {
                Pat::Ident(ident) => self.is_quiet_target(ident, mode) && is_inert(&assign.right),
                _ => false,
            },
            Pat::Rest(rest) => matches!(&*rest.arg, Pat::Ident(ident) if self.is_quiet_target(ident, mode)),
            _ => false,
        })
    }

    /// A variable of this file can be assigned without anyone noticing; unless the iterator then fails to close, and
    /// someone reads the variable nevertheless.
    fn is_quiet_target(&self, ident: &Ident, mode: Mode) -> bool {
        let Some(symbol) = self.facts.symbol(ident) else { return false };
        if mode.declares {
            return self.assumptions.ignore_failed_patterns || symbol.kind != BindingKind::Var;
        }
        self.assumptions.ignore_failed_patterns && symbol.kind != BindingKind::FunctionName && self.is_assignable(ident)
    }

    /// Whether a pattern gives the values of a literal to as many different variables.
    fn is_exchange(&self, pat: &ArrayPat, literal: &ArrayLit, mode: Mode) -> bool {
        let names = || pat.elems.iter().map_while(|elem| elem.as_ref()?.as_ident());
        let values = literal.elems.iter().map_while(|elem| elem.as_ref().filter(|elem| elem.spread.is_none()));
        let is_lexical = |name: &Ident| self.facts.symbol(name).is_some_and(|symbol| symbol.kind.is_lexical());
        let count = pat.elems.len();
        let mut distinct = FxHashSet::default();
        self.assumptions.constant_array_iterator
            && self.assumptions.ignore_failed_patterns
            && count > 0
            && names().count() == count
            && literal.elems.len() == count
            && values.filter(|value| !takes_a_name(&value.expr)).count() == count
            && names().all(|name| distinct.insert(&name.sym))
            && names().all(|name| if mode.declares { is_lexical(name) } else { self.is_quiet_target(name, mode) })
    }

    /// `_ref = b, b = a, a = _ref`, where names are declared by `let` or `const`: `a = x, b = y`
    fn exchange(&mut self, pat: ArrayPat, literal: ArrayLit, mode: Mode, steps: &mut Vec<Step>) {
        let values = literal.elems.into_iter().flatten().map(|value| *value.expr);
        let mut pairs: Vec<_> = pat.elems.into_iter().flatten().zip(values).collect();
        if !mode.declares && pairs.iter().any(|(_, value)| !value.is_lit()) {
            // The variables may occur in the values: the last value is the first that can be stored.
            let last = pairs.pop();
            pairs = pairs.into_iter().map(|(pat, value)| (pat, self.hold_step(value, "ref", steps))).collect();
            pairs.splice(0..0, last);
        }
        for (pat, value) in pairs {
            self.pattern(pat, value, mode, steps);
        }
    }

    /// `_ref = _take(value, 2), a = _ref[0], b = _ref[1]`
    fn quiet_array(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let rest = matches!(pat.elems.last(), Some(Some(Pat::Rest(_))));
        let taken = if rest {
            self.new_array(Helper::ToArray, value)
        } else {
            self.iterating_helper(Helper::Take, value, [build::num(pat.elems.len() as f64)])
        };
        if pat.elems.iter().all(Option::is_none) {
            return steps.push(Step::Effect(taken));
        }
        let list = self.local_ident("ref");
        steps.push(Step::Temp(list.clone(), taken));
        for (index, elem) in pat.elems.into_iter().enumerate() {
            let at = build::num(index as f64);
            match elem {
                None => {}
                Some(Pat::Rest(rest)) => {
                    let list = Expr::Ident(list.clone());
                    // _ref.slice(index)
                    let value = if index == 0 { list } else { build::call_method(list, "slice", [at]) };
                    self.pattern(*rest.arg, value, mode, steps);
                }
                Some(elem) => self.pattern(elem, build::index(Expr::Ident(list.clone()), at), mode, steps),
            }
        }
    }

    /// ```js
    /// var _cursor = _iterator(value);
    /// try { a = _cursor.next(); … } catch (_e) { _close(_cursor, [_e]); } finally { _close(_cursor); }
    /// ```
    fn stepwise_array(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let (iterator, inner) = self.array_steps(pat, value, mode, steps);
        steps.push(Step::Iterate { iterator, steps: inner });
    }

    /// Opens an iterator; returns its name, and the steps that take the values: `a = _cursor.next(); …`
    fn array_steps(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) -> (Ident, Vec<Step>) {
        let iterator = self.local_ident("cursor");
        let opened = self.iterating_helper(Helper::Iterator, value, []);
        steps.push(Step::Temp(iterator.clone(), opened));
        let mut inner = vec![];
        for elem in pat.elems {
            let step = |method| build::call_method(Expr::Ident(iterator.clone()), method, []);
            match elem {
                None => inner.push(Step::Effect(step("next"))),
                Some(Pat::Rest(rest)) => {
                    let target = self.target(*rest.arg, mode, &mut inner);
                    let values = match self.assumptions.no_prototype_setters {
                        true => step("rest"),
                        false => self.helper(Helper::OwnElements, [Expr::Ident(iterator.clone())]),
                    };
                    self.store(target, values, mode, &mut inner);
                }
                Some(elem) => {
                    let (pat, default) = split_default(elem);
                    self.element(pat, default, step("next"), mode, &mut inner);
                }
            }
        }
        (iterator, inner)
    }

    /// An expression can't hold a `try`: the pattern gets a function of its own.
    fn array_in_function(&mut self, pat: ArrayPat, value: Expr, steps: &mut Vec<Step>) {
        let value = self.hold_step(value, "ref", steps);
        let function = self.frame().function;
        self.open_lexical_frame(function, None);
        let mut inner = vec![];
        self.stepwise_array(pat, value, Mode::ASSIGN, &mut inner);
        let mut stmts = self.declare_steps(inner, swc_common::DUMMY_SP);
        let is_suspended = suspends(&stmts);
        if is_suspended {
            stmts = self.machine_body(stmts);
        }
        self.close_frame(&mut stmts);
        // (function () { … })()
        let evaluates = self.function_facts().evaluates;
        let call = self.called_in_place(swc_common::DUMMY_SP, build::function(None, vec![], stmts), evaluates);
        steps.push(Step::Effect(if is_suspended { self.call_machine(call) } else { call }));
    }
}

/// Whether evaluating a default (not lowered yet) has no effect and cannot throw.
fn is_inert(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(lit) => !matches!(lit, Lit::Regex(_)),
        Expr::Fn(_) | Expr::Arrow(_) | Expr::This(_) => true,
        Expr::Array(array) => array.elems.iter().flatten().all(|elem| elem.spread.is_none() && is_inert(&elem.expr)),
        Expr::Object(object) => object.props.is_empty(),
        Expr::Unary(unary) => {
            matches!(unary.op, op!("void") | op!("!")) && is_inert(&unary.arg)
                || unary.op == op!(unary, "-") && matches!(&*unary.arg, Expr::Lit(Lit::Num(_)))
        }
        Expr::Paren(paren) => is_inert(&paren.expr),
        _ => false,
    }
}

/// Whether the engine would name a value after the variable that it is given to.
fn takes_a_name(value: &Expr) -> bool {
    match value {
        Expr::Fn(function) => function.ident.is_none(),
        Expr::Paren(paren) => takes_a_name(&paren.expr),
        _ => false,
    }
}
