//! BigInt literals.
//!
//! ```js
//! const mask = 0xffn;  o = { 1n: a };
//! // becomes
//! var _0xffn;
//! var mask = _0xffn || (_0xffn = BigInt("0xff"));  o = { "1": a };
//! ```
//!
//! Equal literals of a file share a variable, and the value is made when one of them is first reached: an engine without
//! BigInt can run the rest. (`0n` is made anew each time, being falsy.) The first literal of a file gets a warning. Operators
//! stay as they are, and an engine that has BigInt knows what to do, but for [`**`](super::exponent).

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::{Lower, evaluate_once::repeat};
use crate::{build, problem::Problem};

/// Longer literals are not named after their digits.
const MOST_DIGITS: usize = 12;

impl Lower {
    pub(super) fn bigint_literal(&mut self, expr: &mut Expr) {
        let Expr::Lit(Lit::BigInt(literal)) = expr else { return };
        let span = literal.span;
        if self.facts.is_replaced("BigInt") {
            return self.problems.push(Problem::replaced_bigint(span));
        }
        if self.bigints.is_empty() {
            self.warnings.push(Problem::bigint(span));
            self.builtins.push("BigInt");
        }
        let text = text(literal);
        let place = Expr::Ident(self.bigint_variable(&text));
        let made = build::call(build::global("BigInt"), [build::str(text)]);
        // _1n || (_1n = BigInt("1"))
        *expr = build::binary(op!("||"), repeat(&place), build::assign(place, made)).with_span(span);
    }

    /// The variable for all literals of this text.
    fn bigint_variable(&mut self, text: &Atom) -> Ident {
        if let Some(variable) = self.bigints.get(text) {
            return variable.clone();
        }
        let name = if text.len() > MOST_DIGITS { "bigint".into() } else { format!("{text}n") };
        let variable = self.ident_at_top(&name);
        self.declare_at_top(variable.clone());
        self.bigints.insert(text.clone(), variable.clone());
        variable
    }
}

/// What `BigInt` makes the value of: the literal as it is written, without separators.
fn text(literal: &BigInt) -> Atom {
    match &literal.raw {
        Some(raw) => raw.trim_end_matches('n').replace('_', "").into(),
        None => literal.value.to_string().into(),
    }
}

/// Whether an expression is a BigInt, if it has a value.
pub(super) fn is_bigint(expr: &Expr) -> bool {
    match expr.unwrap_parens() {
        Expr::Lit(Lit::BigInt(_)) => true,
        Expr::Unary(UnaryExpr { op: op!(unary, "-") | op!("~"), arg, .. }) => is_bigint(arg),
        _ => false,
    }
}
