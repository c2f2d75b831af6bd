//! Spread: what the arrays are that calls, `new` and array literals get.
//!
//! ```js
//! f(...a);  f(x, ...a, y);  [, ...a, b];
//! // becomes
//! f.apply(void 0, _list(a));
//! f.apply(void 0, [x].concat(_toArray(a), [y]));
//! [,].concat(_toArray(a), [b]);
//! ```
//!
//! A spread is iterated when it is reached, before the arguments after it are evaluated, and anything may be
//! iterable: `_toArray` gives a new array of what the iterator yields, where holes are `undefined`. `concat` takes
//! apart whatever is an array, so no value of the program is given to it bare. Holes of an array literal stay holes.
//!
//! An array literal, and the array of a constant that does not escape (`scope/escape/array.rs`), stands for itself, as
//! with `iterableIsArray` below; but for one that may have holes, which `concat` would keep. So does `arguments` where
//! nothing but a call gets it: `f.apply(void 0, arguments)`, whatever iterator someone may have given it. Without
//! `constantArrayIterator`, nothing does.
//!
//! With `iterableIsArray`: `f.apply(void 0, a)`, `[].concat(a, [b])`. What is evaluated after a spread may change the
//! array, and then stands in a `concat` of its own: `[].concat(a).concat([a.pop()])`.
//!
//! The elements are pushed, which a setter of `Array.prototype` would see. Without `noPrototypeSetters`,
//! `_ownElements(_iterator(a))` defines them.
//!
//! Runtime: `_toArray`, and `_list` where nobody keeps the array; `_iterator` and `_ownElements`.

use std::mem;

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::Lower;
use crate::{
    ast::is_spread,
    build,
    helpers::Helper,
    scope::{ArrayFact, symbol_id},
};

impl Lower {
    /// An array literal, with or without spread.
    pub(super) fn array_literal(&mut self, expr: &mut Expr) {
        let Expr::Array(array) = expr else { return };
        if !array.elems.iter().flatten().any(is_spread) {
            return array.visit_mut_children_with(self);
        }
        let ArrayLit { span, elems } = mem::take(array);
        *expr = self.new_list(elems).with_span(span);
    }

    /// One lowered expression that gives an array of the arguments, for `apply`.
    pub(super) fn argument_list(&mut self, mut args: Vec<ExprOrSpread>) -> Expr {
        match args.pop() {
            // _list(a), or a
            Some(ExprOrSpread { spread: Some(_), expr }) if args.is_empty() => self.spread(expr, Helper::List).list,
            last => self.new_list(args.into_iter().chain(last).map(Some)),
        }
    }

    /// A new array of `elems`.
    pub(super) fn new_list(&mut self, elems: impl IntoIterator<Item = Option<ExprOrSpread>>) -> Expr {
        concatenated(self.parts(elems))
    }

    /// The arrays that `elems` are made of: what lies between spreads stays an array literal.
    fn parts(&mut self, elems: impl IntoIterator<Item = Option<ExprOrSpread>>) -> Vec<Part> {
        let mut parts = vec![];
        let mut literal = vec![];
        for elem in elems {
            match elem {
                Some(ExprOrSpread { spread: Some(_), expr }) => {
                    close_literal(&mut literal, &mut parts);
                    parts.push(self.spread(expr, Helper::ToArray));
                }
                Some(mut elem) => {
                    self.expr(&mut elem.expr);
                    literal.push(Some(elem));
                }
                None => literal.push(None),
            }
        }
        close_literal(&mut literal, &mut parts);
        parts
    }

    /// The array of what is spread: `_toArray(a)`, or `a`.
    fn spread(&mut self, iterable: Box<Expr>, helper: Helper) -> Part {
        let is_own = !self.is_promised_array(&iterable) && !self.is_unescaped_list(&iterable, helper);
        let iterable = self.lowered(iterable);
        let list = if is_own { self.new_array(helper, iterable) } else { iterable };
        Part { list, is_own }
    }

    /// The array that a helper makes of what is iterated: `_toArray(a)`, or `_ownElements(_iterator(a))` where pushing could meet
    /// a setter.
    pub(super) fn new_array(&mut self, helper: Helper, iterable: Expr) -> Expr {
        if self.assumptions.no_prototype_setters {
            return self.iterating_helper(helper, iterable, []);
        }
        let cursor = self.iterating_helper(Helper::Iterator, iterable, []);
        self.helper(Helper::OwnElements, [cursor])
    }

    /// Whether an expression, not lowered yet, gives an array that does for what the helper makes of it: `concat` would
    /// keep its holes, `apply` does not.
    fn is_unescaped_list(&self, iterable: &Expr, helper: Helper) -> bool {
        if helper == Helper::List
            && self.assumptions.constant_array_iterator
            && (self.is_arguments_object(iterable)
                || matches!(iterable, Expr::Ident(name) if self.facts.is_like_arguments(name)))
        {
            return true;
        }
        let may_have_holes = self.facts.unescaped_array(iterable) == ArrayFact::WithHoles;
        self.is_unescaped_array(iterable) && !(may_have_holes && helper == Helper::ToArray)
    }

    /// Whether an expression that is iterated, not lowered yet, can be taken for an array. `arguments` certainly is none.
    fn is_promised_array(&self, iterable: &Expr) -> bool {
        let is_arguments = |name: &Ident| symbol_id(name) == 0 && &*name.sym == "arguments";
        self.assumptions.iterable_is_array && !matches!(iterable, Expr::Ident(name) if is_arguments(name))
    }
}

/// A part of an array.
struct Part {
    list: Expr,
    /// Whether the list is new, so that nothing but the current array uses it.
    is_own: bool,
}

/// `[x].concat(_toArray(a), [y])`, a new array
fn concatenated(parts: impl IntoIterator<Item = Part>) -> Expr {
    let mut parts = parts.into_iter().peekable();
    let first = parts.next_if(|first| first.is_own).map(|first| first.list);
    let mut array = first.unwrap_or_else(|| build::array(vec![]));
    let mut lists = vec![];
    let mut holds_foreign = false;
    for Part { list, is_own } in parts {
        if holds_foreign && !is_quiet(&list) {
            // [].concat(a).concat([a.pop()])
            array = build::call_method(array, "concat", mem::take(&mut lists));
            holds_foreign = false;
        }
        holds_foreign |= !is_own;
        lists.push(list);
    }
    if lists.is_empty() { array } else { build::call_method(array, "concat", lists) }
}

/// Whether evaluating a lowered expression certainly changes no array.
fn is_quiet(expr: &Expr) -> bool {
    match expr {
        Expr::Ident(_) | Expr::Lit(_) | Expr::This(_) | Expr::Fn(_) => true,
        Expr::Unary(UnaryExpr { op: op!("void") | op!("typeof") | op!("!"), arg, .. }) => is_quiet(arg),
        Expr::Array(array) => array.elems.iter().flatten().all(|elem| is_quiet(&elem.expr)),
        Expr::Paren(paren) => is_quiet(&paren.expr),
        _ => false,
    }
}

/// Ends an array literal between spreads.
fn close_literal(literal: &mut Vec<Option<ExprOrSpread>>, parts: &mut Vec<Part>) {
    if !literal.is_empty() {
        let list = Expr::Array(ArrayLit { elems: mem::take(literal), ..ArrayLit::default() });
        parts.push(Part { list, is_own: true });
    }
}
