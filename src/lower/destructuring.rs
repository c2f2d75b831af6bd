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
//! - a default is evaluated only if the value is `undefined`, and before the next value is read;
//! - an iterator is closed when not all of its values were taken, also when something throws in between. Only a
//!   pattern in which nothing can happen between two values ([`is_quiet`](Lower::is_quiet)) may take them all at once.
//!
//! `[a, b] = [b, a]` is read as the exchange that it is: `_ref = b, b = a, a = _ref`. That leaves out an iterator of
//! arrays that someone has replaced; with [`Options::spec`](crate::Options::spec), it is asked here as well.
//!
//! With `iterableIsArray`, an array pattern reads indices: `a = xs[0]`. With `skipForOfIteratorClosing`, its iterator is
//! stepped without a `try` around. With `objectRestNoSymbols`, a rest is what `_objectWithoutKeys` leaves.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{base_name, nameless, repeat},
    generator::{call_machine, suspends},
};
use crate::{
    build,
    helpers::Helper,
    scope::{BindingKind, may_be_in_tdz},
};

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
    Name(Ident),
    /// A name in parentheses, which names no function.
    Parenthesized(Ident),
    Member(Expr),
    Super(super::object_super::SuperTarget),
    Pattern(Pat),
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

    /// The value of a default, named after the target.
    pub(super) fn default_value(&mut self, mut default: Expr, target: &Pat) -> Expr {
        match target {
            Pat::Ident(ident) => self.lower_named(&mut default, &ident.sym.clone(), 0),
            _ => self.expr(&mut default),
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
                let default = match &target {
                    Target::Name(ident) => self.default_value(*default, &Pat::from(ident.clone())),
                    _ => self.lowered(default),
                };
                // value === void 0 ? default : value
                build::conditional(build::is_undefined(repeat(&value)), default, value)
            }
        };
        self.store(target, value, mode, steps);
    }

    /// Evaluates a target as far as the specification does before it reads the value.
    fn target(&mut self, pat: Pat, mode: Mode, steps: &mut Vec<Step>) -> Target {
        match pat {
            Pat::Ident(ident) => Target::Name(ident.id),
            Pat::Expr(expr) => self.target_expression(*expr, steps),
            other => {
                debug_assert!(mode.declares || other.is_array() || other.is_object());
                Target::Pattern(other)
            }
        }
    }

    fn target_expression(&mut self, expr: Expr, steps: &mut Vec<Step>) -> Target {
        match expr {
            Expr::Paren(paren) => match self.target_expression(*paren.expr, steps) {
                Target::Name(ident) => Target::Parenthesized(ident),
                other => other,
            },
            Expr::Ident(ident) => Target::Name(ident),
            Expr::SuperProp(prop) => {
                let mut setup = vec![];
                let target = self.super_target(prop, &mut setup);
                steps.extend(setup.into_iter().map(Step::Effect));
                Target::Super(target)
            }
            Expr::Member(MemberExpr { span, obj, mut prop }) => {
                let obj = self.lowered(obj);
                let obj = Box::new(self.hold_step(obj, "object", steps));
                self.member_property(&mut prop);
                if let MemberProp::Computed(key) = &mut prop {
                    let held = self.hold_step(std::mem::take(&mut *key.expr), "key", steps);
                    *key.expr = held;
                }
                let mut member = Expr::Member(MemberExpr { span, obj, prop });
                crate::parens::enclose_operands(&mut member);
                Target::Member(member)
            }
            mut other => {
                self.expr(&mut other);
                Target::Member(other)
            }
        }
    }

    fn store(&mut self, target: Target, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        match target {
            Target::Name(mut ident) if mode.declares => {
                self.rename(&mut ident);
                let value = self.exporting(&ident, value);
                steps.push(Step::Bind(ident, value));
            }
            Target::Name(ident) | Target::Parenthesized(ident) => {
                let assigned = self.assign_name(ident, value);
                steps.push(Step::Effect(assigned));
            }
            Target::Member(member) => steps.push(Step::Effect(build::assign(member, value))),
            Target::Super(target) => {
                let stored = self.super_store(target, value);
                steps.push(Step::Effect(stored));
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

// Objects.
impl Lower {
    fn object_pattern(&mut self, pat: ObjectPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let [only] = &pat.props[..] else {
            let value = self.hold_step(value, "ref", steps);
            if !pat.props.first().is_some_and(checks_object) {
                self.check_object(repeat(&value), steps);
            }
            return self.properties(pat.props, value, mode, steps);
        };
        let reads_at_once = checks_object(only) && (mode.declares || !only.is_rest());
        let value = if reads_at_once { value } else { self.hold_step(value, "ref", steps) };
        if !checks_object(only) {
            self.check_object(repeat(&value), steps);
        }
        self.properties(pat.props, value, mode, steps);
    }

    /// `_requireObjectCoercible(value)`
    fn check_object(&mut self, value: Expr, steps: &mut Vec<Step>) {
        let check = self.helper(Helper::RequireObjectCoercible, vec![value]);
        steps.push(Step::Effect(check));
    }

    fn properties(&mut self, props: Vec<ObjectPatProp>, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let has_rest = matches!(props.last(), Some(ObjectPatProp::Rest(_)));
        let mut excluded = vec![];
        let mut value = Some(value);
        let count = props.len();
        for (index, prop) in props.into_iter().enumerate() {
            let Some(object) = value.take() else { return };
            if index + 1 < count {
                value = Some(repeat(&object));
            }
            match prop {
                ObjectPatProp::Rest(rest) => {
                    let excluded = std::mem::take(&mut excluded);
                    self.object_rest(*rest.arg, object, excluded, mode, steps);
                }
                ObjectPatProp::Assign(prop) => {
                    let name = prop.key.sym.clone();
                    if has_rest {
                        excluded.push(build::str(&*name));
                    }
                    let property = build::member(object, &name);
                    self.element(Pat::Ident(prop.key), prop.value, property, mode, steps);
                }
                ObjectPatProp::KeyValue(pair) => {
                    let (pat, default) = split_default(*pair.value);
                    let delays = !mode.declares && !pat.is_ident();
                    let key = self.property_key(pair.key, has_rest || delays, steps);
                    if has_rest {
                        excluded.push(key.name());
                    }
                    self.element(pat, default, key.of(object), mode, steps);
                }
            }
        }
    }

    fn object_rest(&mut self, pat: Pat, object: Expr, excluded: Vec<Expr>, mode: Mode, steps: &mut Vec<Step>) {
        let target = self.target(pat, mode, steps);
        let without = if self.assumptions.object_rest_no_symbols {
            Helper::ObjectWithoutKeys
        } else {
            Helper::ObjectWithoutProperties
        };
        // _objectWithoutProperties(object, ["a", …])
        let rest = self.helper(without, vec![object, build::array(excluded)]);
        self.store(target, rest, mode, steps);
    }

    /// The key of a property; `held` if it is needed again, or later.
    fn property_key(&mut self, key: PropName, held: bool, steps: &mut Vec<Step>) -> Key {
        match key {
            PropName::Ident(name) => Key::Name(name.sym),
            PropName::Str(string) => match string.value.as_str() {
                Some(text) => Key::Name(text.into()),
                None => Key::Value(Expr::Lit(Lit::Str(Str { raw: None, ..string }))),
            },
            PropName::Num(number) => Key::Value(Expr::Lit(Lit::Num(Number { raw: None, ..number }))),
            PropName::BigInt(number) => Key::Value(Expr::Lit(Lit::BigInt(number))),
            PropName::Computed(key) => {
                let key = self.lowered(key.expr);
                if !held || matches!(key, Expr::Lit(_)) {
                    return Key::Value(key);
                }
                // _key = _toPropertyKey(key)
                let key = self.helper(Helper::ToPropertyKey, vec![key]);
                Key::Value(self.hold_step(key, "key", steps))
            }
        }
    }
}

/// A property key that is lowered.
enum Key {
    Name(swc_atoms::Atom),
    Value(Expr),
}

impl Key {
    /// The key as a value, for the list of keys that a rest leaves out.
    fn name(&self) -> Expr {
        match self {
            Self::Name(name) => build::str(&**name),
            Self::Value(Expr::Lit(Lit::Num(number))) => build::str(super::object::number_key(number.value)),
            Self::Value(value) => repeat(value),
        }
    }

    fn of(self, object: Expr) -> Expr {
        match self {
            Self::Name(name) => build::member(object, &name),
            Self::Value(value) => build::index(object, value),
        }
    }
}

/// Whether reading this first property of a pattern throws for `null` and `undefined` before anything else happens.
fn checks_object(prop: &ObjectPatProp) -> bool {
    match prop {
        ObjectPatProp::Assign(_) | ObjectPatProp::Rest(RestPat { .. }) => true,
        ObjectPatProp::KeyValue(pair) => {
            let target = match &*pair.value {
                Pat::Assign(assign) => &assign.left,
                other => other,
            };
            !pair.key.is_computed() && !target.is_expr()
        }
    }
}

/// Whether the engine would name a value after the variable that it is given to.
fn takes_a_name(value: &Expr) -> bool {
    matches!(value, Expr::Fn(FnExpr { ident: None, .. }))
}

fn split_default(pat: Pat) -> (Pat, Option<Box<Expr>>) {
    match pat {
        Pat::Assign(assign) => (*assign.left, Some(assign.right)),
        other => (other, None),
    }
}

// Arrays.
impl Lower {
    fn array_pattern(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        if let Expr::Array(literal) = &value
            && self.is_exchange(&pat, literal, mode)
            && let Expr::Array(literal) = value
        {
            self.exchange(pat, literal, mode, steps);
        } else if self.assumptions.iterable_is_array {
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
                    let value = build::call_method(array, "slice", vec![at]);
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
            return !self.spec || symbol.kind != BindingKind::Var;
        }
        !self.spec
            && symbol.kind != BindingKind::FunctionName
            && self.unassignable(ident).is_none()
            && !may_be_in_tdz(ident)
    }

    /// Whether a pattern gives the values of a literal to as many different variables.
    fn is_exchange(&self, pat: &ArrayPat, literal: &ArrayLit, mode: Mode) -> bool {
        let names = || pat.elems.iter().map_while(|elem| elem.as_ref()?.as_ident());
        let values = literal.elems.iter().map_while(|elem| elem.as_ref().filter(|elem| elem.spread.is_none()));
        let is_lexical = |name: &Ident| self.facts.symbol(name).is_some_and(|symbol| symbol.kind.is_lexical());
        let count = pat.elems.len();
        !self.spec
            && count > 0
            && names().count() == count
            && literal.elems.len() == count
            && values.filter(|value| !takes_a_name(&value.expr)).count() == count
            && names().enumerate().all(|(index, name)| names().take(index).all(|other| other.sym != name.sym))
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
            self.helper(Helper::ToArray, vec![value])
        } else {
            self.helper(Helper::Take, vec![value, build::num(pat.elems.len() as f64)])
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
                    let value = if index == 0 { list } else { build::call_method(list, "slice", vec![at]) };
                    self.pattern(*rest.arg, value, mode, steps);
                }
                Some(elem) => self.pattern(elem, build::index(Expr::Ident(list.clone()), at), mode, steps),
            }
        }
    }

    /// ```js
    /// var _iterator = _iterator(value);
    /// try { a = _iterator.next(); … } catch (_e) { _iterator.fail(_e); } finally { _iterator.close(); }
    /// ```
    fn stepwise_array(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let (iterator, inner) = self.array_steps(pat, value, mode, steps);
        steps.push(Step::Iterate { iterator, steps: inner });
    }

    /// Opens an iterator; returns its name, and the steps that take the values: `a = _iterator.next(); …`
    fn array_steps(&mut self, pat: ArrayPat, value: Expr, mode: Mode, steps: &mut Vec<Step>) -> (Ident, Vec<Step>) {
        let iterator = self.local_ident("iterator");
        let opened = self.helper(Helper::Iterator, vec![value]);
        steps.push(Step::Temp(iterator.clone(), opened));
        let mut inner = vec![];
        for elem in pat.elems {
            let step = |method| build::call_method(Expr::Ident(iterator.clone()), method, vec![]);
            match elem {
                None => inner.push(Step::Effect(step("next"))),
                Some(Pat::Rest(rest)) => {
                    let target = self.target(*rest.arg, mode, &mut inner);
                    self.store(target, step("rest"), mode, &mut inner);
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
        let call = build::call(build::function(None, vec![], stmts), vec![]);
        steps.push(Step::Effect(if is_suspended { call_machine(call) } else { call }));
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
                    let body = self.declare_steps(steps, swc_common::DUMMY_SP);
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

    /// `try { body } catch (_e) { iterator.fail(_e); } finally { iterator.close(); }`
    fn closing(&mut self, iterator: Ident, body: Vec<Stmt>) -> Stmt {
        let error = self.local_ident("e");
        let call = |method, args| build::statement(build::call_method(Expr::Ident(iterator.clone()), method, args));
        let fail = call("fail", vec![Expr::Ident(error.clone())]);
        let close = call("close", vec![]);
        build::try_catch_finally(body, error, vec![fail], vec![close])
    }
}

fn flush(declarators: &mut Vec<VarDeclarator>, span: Span, stmts: &mut Vec<Stmt>) {
    if !declarators.is_empty() {
        stmts.push(build::var_at(span, std::mem::take(declarators)));
    }
}
